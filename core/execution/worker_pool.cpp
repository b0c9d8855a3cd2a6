#include "core/execution/worker_pool.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/execution/task_ends.h"
#include "core/execution/unwinding.h"

namespace interleave {

WorkerPool::WorkerPool(RunContext& context, int max_workers, WorkerId first_worker)
    : context_(context),
      first_worker_(index(first_worker)),
      mutex_(context.runtime()),
      max_workers_(static_cast<std::size_t>(max_workers)) {}

WorkerPool::~WorkerPool() = default;

void WorkerPool::submit(std::span<TaskRun* const> tasks, EventLog* log) {
  for (TaskRun* task : tasks) context_.record_submitted(log, *task);
  Refused refused;
  {
    const Guard guard(mutex_);
    for (TaskRun* task : tasks) {
      if (std::string why = place(*task); !why.empty()) refused.emplace_back(task, std::move(why));
    }
  }
  end(std::move(refused), log);
}

// Whoever waits for them is told. No guard may be held.
void WorkerPool::end(Refused refused, EventLog* log) const {
  Host outside(context_.runtime(), WorkerId::none, log);
  for (auto& [task, why] : refused) task->ends().end(*task, outside, failure(std::move(why)));
}

std::string WorkerPool::take(TaskRun& task) {
  const Guard guard(mutex_);
  return place(task);
}

// Why that cannot be, or nothing.
std::string WorkerPool::place(TaskRun& job) {
  if (!breakdown_.empty()) return breakdown_;
  ++jobs_;
  if (!unoccupied_.empty()) {
    Member& worker = *workers_[unoccupied_.top()];
    unoccupied_.pop();
    worker.unoccupied = false;
    worker.job = &job;
    context_.runtime().unpark(*worker.worker);
  } else if (working_ < max_workers_) {
    return create_worker(job);
  } else {
    queue_.push_back(&job);
  }
  return "";
}

std::string WorkerPool::create_worker(TaskRun& job) {
  if (next_ == nullptr) next_ = make_member(workers_.size());
  Member& worker = *next_;
  worker.job = &job;
  auto spawned = context_.runtime().spawn(context_.worker_name(worker.host.id()), work(worker));
  if (!spawned) {
    --jobs_;
    return context_.refusal(worker.host.id(), spawned.error());
  }
  worker.worker = spawned.value();
  workers_.push_back(std::move(next_));
  ++working_;
  return "";
}

bool WorkerPool::withdraw(TaskRun& task) {
  const Guard guard(mutex_);
  const auto found = std::find(queue_.begin(), queue_.end(), &task);
  if (found == queue_.end()) return false;
  queue_.erase(found);
  --jobs_;  // who withdraws it is another
  return true;
}

// Under the guard.
void WorkerPool::end_job() {
  if (--jobs_ == 0 && closed_) dismiss_unoccupied();
}

void WorkerPool::close() {
  const Guard guard(mutex_);
  closed_ = true;
  if (jobs_ == 0) dismiss_unoccupied();
}

void WorkerPool::dismiss_unoccupied() {
  for (; !unoccupied_.empty(); unoccupied_.pop()) {
    Member& worker = *workers_[unoccupied_.top()];
    worker.leaving = true;
    --working_;
    context_.runtime().unpark(*worker.worker);
  }
}

void WorkerPool::set_max_workers(int max_workers, EventLog* log) {
  Refused refused;
  {
    const Guard guard(mutex_);
    change_limit(max_workers, log, refused);
  }
  end(std::move(refused), log);
}

void WorkerPool::change_limit(int max_workers, EventLog* log, Refused& refused) {
  context_.record_max_workers(log, max_workers);
  max_workers_ = static_cast<std::size_t>(max_workers);
  while (working_ < max_workers_ && !queue_.empty()) {
    TaskRun& job = *queue_.front();
    queue_.pop_front();
    job.state.due = context_.runtime().now();  // it could not start earlier
    if (std::string why = create_worker(job); !why.empty()) refused.emplace_back(&job, std::move(why));
  }
  if (working_ <= max_workers_) return;
  std::vector<std::size_t> unoccupied;
  for (; !unoccupied_.empty(); unoccupied_.pop()) unoccupied.push_back(unoccupied_.top());
  for (; working_ > max_workers_ && !unoccupied.empty(); unoccupied.pop_back()) {
    Member& worker = *workers_[unoccupied.back()];
    worker.leaving = true;
    --working_;
    context_.record_retired(log, worker.host.id());
    context_.runtime().unpark(*worker.worker);
  }
  for (const std::size_t number : unoccupied) unoccupied_.push(number);
}

// The end of a job and what comes next under one guard: for short jobs that is most of what the pool costs.
WorkerPool::Next WorkerPool::next(Member& self, Before before) {
  const Guard guard(mutex_);
  if (before == Before::job) end_job();
  if (self.leaving || context_.runtime().stopping()) return {.leave = true};
  if (self.job != nullptr) return {.job = std::exchange(self.job, nullptr)};
  if (!self.unoccupied && working_ > max_workers_) {
    --working_;
    context_.record_retired(self.log, self.host.id());
    return {.leave = true};
  }
  if (!self.unoccupied && !queue_.empty()) {
    TaskRun* const job = queue_.front();
    queue_.pop_front();
    return {.job = job};
  }
  if (closed_ && jobs_ == 0) {
    --working_;
    return {.leave = true};
  }
  if (!std::exchange(self.unoccupied, true)) unoccupied_.push(self.number);
  return {};
}

std::string WorkerPool::breakdown() {
  const Guard guard(mutex_);
  return breakdown_;
}

std::string WorkerPool::break_down(const std::string& reason, Member& by) {
  std::deque<TaskRun*> unbegun;
  {
    const Guard guard(mutex_);
    if (!breakdown_.empty()) return breakdown_;
    breakdown_ = reason;
    unbegun = std::exchange(queue_, {});
  }
  if (context_.children() != nullptr) context_.children()->kill_all();
  for (TaskRun* const job : unbegun) {
    job->ends().end(*job, by.host, failure(reason));
    const Guard guard(mutex_);
    end_job();
  }
  return reason;
}

Routine WorkerPool::work(Member& self) {
  Host& host = self.host;
  host.set_worker(co_await ThisWorker{});
  context_.record_created(self.log, host.id());
  co_await self.get_ready();
  Before before = Before::nothing;
  for (;;) {
    const Next what = next(self, std::exchange(before, Before::nothing));
    if (what.leave) break;
    if (what.job != nullptr) {
      co_await self.run(*what.job);
      before = Before::job;
    } else {
      co_await Park{context_.runtime(), host.worker(), kNever};
      if (const std::string why = self.loss(); !why.empty()) break_down(why, self);
    }
  }
  self.leave();
}

}  // namespace interleave

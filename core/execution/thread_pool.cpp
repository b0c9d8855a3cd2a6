#include "core/execution/thread_pool.h"

#include <algorithm>
#include <utility>

#include "core/execution/make_executor.h"
#include "core/execution/task_body.h"

namespace interleave {
namespace {

class PoolHost final : public Host {
 public:
  PoolHost(RunContext& context, WorkerId id, EndTaker* taker)
      : Host(context.runtime(), id, context.new_log()), taker_(taker) {}

 private:
  bool hands_over_end(TaskRun& task, Unwinding& why) override {
    if (taker_ == nullptr) return false;
    advance_to(logical_time());  // the next job begins here, whenever the end of this one is made
    taker_->take_end(task, *this, std::move(why));
    return true;
  }

  EndTaker* taker_;
};

}  // namespace

// Everything but the host is under the pool's guard.
struct ThreadPool::PoolWorker {
  PoolWorker(RunContext& context, std::size_t number_, WorkerId id, EndTaker* taker)
      : host(context, id, taker), number(number_) {}

  PoolHost host;
  const std::size_t number;
  Worker* worker = nullptr;
  TaskRun* job = nullptr;  // what it was given and has not yet begun
  bool unoccupied = false;
  bool leaving = false;
};

ThreadPool::ThreadPool(RunContext& context, int max_workers)
    : context_(context), mutex_(context.runtime()), max_workers_(static_cast<std::size_t>(max_workers)) {}

ThreadPool::ThreadPool(RunContext& context, int max_workers, WorkerId first_worker, EndTaker& taker)
    : context_(context),
      first_worker_(index(first_worker)),
      taker_(&taker),
      mutex_(context.runtime()),
      max_workers_(static_cast<std::size_t>(max_workers)) {}

ThreadPool::~ThreadPool() = default;

void ThreadPool::submit(std::span<TaskRun* const> tasks, EventLog* log) {
  for (TaskRun* task : tasks) context_.record_submitted(log, *task);
  const Guard guard(mutex_);
  for (TaskRun* task : tasks) {
    if (const std::string refusal = place(*task); !refusal.empty()) context_.record_refused(log, *task, refusal);
  }
}

std::string ThreadPool::take(TaskRun& task) {
  const Guard guard(mutex_);
  return place(task);
}

// Why that cannot be, or nothing.
std::string ThreadPool::place(TaskRun& job) {
  ++jobs_;
  if (!unoccupied_.empty()) {
    PoolWorker& worker = *workers_[unoccupied_.top()];
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

std::string ThreadPool::create_worker(TaskRun& job) {
  if (next_ == nullptr) {
    const std::size_t number = workers_.size();
    next_ = std::make_unique<PoolWorker>(context_, number, worker_id(first_worker_ + number), taker_);
  }
  PoolWorker& worker = *next_;
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

bool ThreadPool::withdraw(TaskRun& task) {
  const Guard guard(mutex_);
  const auto found = std::find(queue_.begin(), queue_.end(), &task);
  if (found == queue_.end()) return false;
  queue_.erase(found);
  --jobs_;  // who withdraws it is another
  return true;
}

void ThreadPool::end_job() {
  const Guard guard(mutex_);
  if (--jobs_ == 0 && closed_) dismiss_unoccupied();
}

void ThreadPool::close() {
  const Guard guard(mutex_);
  closed_ = true;
  if (jobs_ == 0) dismiss_unoccupied();
}

void ThreadPool::dismiss_unoccupied() {
  for (; !unoccupied_.empty(); unoccupied_.pop()) {
    PoolWorker& worker = *workers_[unoccupied_.top()];
    worker.leaving = true;
    --working_;
    context_.runtime().unpark(*worker.worker);
  }
}

void ThreadPool::set_max_workers(int max_workers, EventLog* log) {
  const Guard guard(mutex_);
  context_.record_max_workers(log, max_workers);
  max_workers_ = static_cast<std::size_t>(max_workers);
  while (working_ < max_workers_ && !queue_.empty()) {
    TaskRun& job = *queue_.front();
    queue_.pop_front();
    job.state.due = context_.runtime().now();  // it could not start earlier
    if (const std::string refusal = create_worker(job); !refusal.empty()) context_.record_refused(log, job, refusal);
  }
  if (working_ <= max_workers_) return;
  std::vector<std::size_t> unoccupied;
  for (; !unoccupied_.empty(); unoccupied_.pop()) unoccupied.push_back(unoccupied_.top());
  for (; working_ > max_workers_ && !unoccupied.empty(); unoccupied.pop_back()) {
    PoolWorker& worker = *workers_[unoccupied.back()];
    worker.leaving = true;
    --working_;
    context_.record_retired(log, worker.host.id());
    context_.runtime().unpark(*worker.worker);
  }
  for (const std::size_t number : unoccupied) unoccupied_.push(number);
}

ThreadPool::Next ThreadPool::next(PoolWorker& self) {
  const Guard guard(mutex_);
  if (self.leaving || context_.runtime().stopping()) return {.leave = true};
  if (self.job != nullptr) return {.job = std::exchange(self.job, nullptr)};
  if (!self.unoccupied && working_ > max_workers_) {
    --working_;
    context_.record_retired(self.host.log(), self.host.id());
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

Routine ThreadPool::work(PoolWorker& self) {
  Host& host = self.host;
  host.set_worker(co_await ThisWorker{});
  context_.record_created(host.log(), host.id());
  for (;;) {
    const Next what = next(self);
    if (what.leave) co_return;
    if (what.job != nullptr) {
      co_await run_task(*what.job, host);
      end_job();
    } else {
      co_await Park{context_.runtime(), host.worker(), kNever};
    }
  }
}

std::unique_ptr<Executor> make_thread_pool(RunContext& context, int max_workers) {
  return std::make_unique<ThreadPool>(context, max_workers);
}

}  // namespace interleave

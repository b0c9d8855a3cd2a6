#include <algorithm>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <queue>
#include <string>
#include <utility>
#include <vector>

#include "core/execution/host.h"
#include "core/execution/make_executor.h"
#include "core/execution/task_body.h"
#include "core/runtime/guard.h"

namespace interleave {
namespace {

// At most max_workers workers share one queue, first in, first out. A worker is created when a job comes, none is
// unoccupied and the limit is not reached; a job goes to the lowest-numbered unoccupied one. When the limit falls,
// unoccupied workers leave at once, the highest-numbered first, then whoever finishes a job.
class ThreadPool final : public Executor {
 public:
  ThreadPool(RunContext& context, int max_workers);
  ~ThreadPool() override;

  void submit(std::span<TaskRun* const> tasks, EventLog* log) override;
  bool withdraw(TaskRun& task) override;
  void close() override;
  void set_max_workers(int max_workers, EventLog* log) override;

 private:
  struct PoolWorker;
  // What a worker does next: a job, or to leave, or neither for now.
  struct Next {
    TaskRun* job = nullptr;
    bool leave = false;
  };

  Routine work(PoolWorker& self);
  void place(TaskRun& job, EventLog* log);
  void create_worker(TaskRun& job, EventLog* log);
  void end_job();
  void dismiss_unoccupied();
  Next next(PoolWorker& self);

  RunContext& context_;

  GuardMutex mutex_;  // of what follows
  std::size_t max_workers_;
  std::size_t working_ = 0;  // workers that have not left
  std::size_t jobs_ = 0;     // that were submitted and have not ended: any of them may submit others
  bool closed_ = false;
  std::deque<TaskRun*> queue_;
  std::vector<std::unique_ptr<PoolWorker>> workers_;  // all that ever were, by number
  std::unique_ptr<PoolWorker> next_;  // made for a thread that the system refused: kept for the next one
  // The numbers of the unoccupied ones, lowest first.
  std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> unoccupied_;
};

// Everything but the host is under the pool's guard.
struct ThreadPool::PoolWorker {
  PoolWorker(RunContext& context, std::size_t number_)
      : host(context.runtime(), worker_id(number_), context.new_log()), number(number_) {}

  Host host;
  const std::size_t number;
  Worker* worker = nullptr;
  TaskRun* job = nullptr;  // what it was given and has not yet begun
  bool unoccupied = false;
  bool leaving = false;
};

ThreadPool::ThreadPool(RunContext& context, int max_workers)
    : context_(context), mutex_(context.runtime()), max_workers_(static_cast<std::size_t>(max_workers)) {}

ThreadPool::~ThreadPool() = default;

void ThreadPool::submit(std::span<TaskRun* const> tasks, EventLog* log) {
  for (TaskRun* task : tasks) context_.record_submitted(log, *task);
  const Guard guard(mutex_);
  for (TaskRun* task : tasks) place(*task, log);
}

void ThreadPool::place(TaskRun& job, EventLog* log) {
  ++jobs_;
  if (!unoccupied_.empty()) {
    PoolWorker& worker = *workers_[unoccupied_.top()];
    unoccupied_.pop();
    worker.unoccupied = false;
    worker.job = &job;
    context_.runtime().unpark(*worker.worker);
  } else if (working_ < max_workers_) {
    create_worker(job, log);
  } else {
    queue_.push_back(&job);
  }
}

void ThreadPool::create_worker(TaskRun& job, EventLog* log) {
  if (next_ == nullptr) next_ = std::make_unique<PoolWorker>(context_, workers_.size());
  PoolWorker& worker = *next_;
  worker.job = &job;
  auto spawned = context_.runtime().spawn(context_.worker_name(worker.host.id()), work(worker));
  if (spawned) {
    worker.worker = spawned.value();
    workers_.push_back(std::move(next_));
    ++working_;
  } else {
    context_.record_refused(log, job, worker.host.id(), spawned.error());
    --jobs_;
  }
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
    queue_.front()->state.due = context_.runtime().now();  // it could not start earlier
    create_worker(*queue_.front(), log);
    queue_.pop_front();
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

}  // namespace

std::unique_ptr<Executor> make_thread_pool(RunContext& context, int max_workers) {
  return std::make_unique<ThreadPool>(context, max_workers);
}

}  // namespace interleave

#include "core/execution/thread_per_task.h"

#include <utility>

#include "core/execution/task_body.h"

namespace interleave {

void ThreadPerTask::submit(std::span<TaskRun* const> tasks, EventLog* log) {
  for (TaskRun* task : tasks) {
    // Its thread is there at once, or will be as soon as the system gives it a turn.
    context_.record_submitted(log, *task);
    if (next_ == nullptr) {
      next_ = std::make_unique<Host>(context_.runtime(), worker_id(hosts_.size()), context_.new_log());
    }
    auto spawned = context_.runtime().spawn(context_.worker_name(next_->id()), work(*task, *next_));
    if (spawned) {
      hosts_.push_back(std::move(next_));
    } else {
      context_.record_refused(log, *task, next_->id(), spawned.error());
    }
  }
}

Routine ThreadPerTask::work(TaskRun& task, Host& host) {
  host.set_worker(co_await ThisWorker{});
  context_.record_created(host.log(), host.id());
  if (!host.runtime().stopping()) co_await run_task(task, host);
}

}  // namespace interleave

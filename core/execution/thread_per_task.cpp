#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/execution/host.h"
#include "core/execution/make_executor.h"
#include "core/execution/task_body.h"
#include "core/runtime/guard.h"

namespace interleave {
namespace {

// A thread of its own for every task, from its submission on.
class ThreadPerTask final : public Executor {
 public:
  explicit ThreadPerTask(RunContext& context) : context_(context), mutex_(context.runtime()) {}

  void submit(std::span<TaskRun* const> tasks, EventLog* log) override;

 private:
  Routine work(TaskRun& task, Host& host);

  RunContext& context_;
  GuardMutex mutex_;  // of what follows
  std::vector<std::unique_ptr<Host>> hosts_;
  std::unique_ptr<Host> next_;  // made for a thread that the system refused: kept for the next one
};

void ThreadPerTask::submit(std::span<TaskRun* const> tasks, EventLog* log) {
  const Guard guard(mutex_);
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
      context_.record_never_ran(log, *task, context_.refusal(next_->id(), spawned.error()));
    }
  }
}

Routine ThreadPerTask::work(TaskRun& task, Host& host) {
  host.set_worker(co_await ThisWorker{});
  context_.record_created(host.log(), host.id());
  if (!host.runtime().stopping()) co_await run_task(task, host);
}

}  // namespace

std::unique_ptr<Executor> make_thread_per_task(RunContext& context, int /*max_workers*/) {
  return std::make_unique<ThreadPerTask>(context);
}

}  // namespace interleave

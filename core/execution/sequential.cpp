#include <algorithm>
#include <deque>
#include <memory>
#include <string>
#include <utility>

#include "core/execution/host.h"
#include "core/execution/make_executor.h"
#include "core/execution/task_body.h"
#include "core/execution/task_ends.h"
#include "core/runtime/guard.h"

namespace interleave {
namespace {

// One task after another, in order of submission, on the main thread.
class Sequential final : public Executor {
 public:
  explicit Sequential(RunContext& context) : context_(context), mutex_(context.runtime()) {}

  void open() override;
  void submit(std::span<TaskRun* const> tasks, EventLog* log) override;
  bool withdraw(TaskRun& task) override;
  void close() override;

 private:
  class MainThread;

  Routine work();
  TaskRun* take();
  std::deque<TaskRun*>::iterator next();
  bool ends_with(const TaskRun& job);

  RunContext& context_;
  std::unique_ptr<Host> host_;

  GuardMutex mutex_;  // of what follows
  std::deque<TaskRun*> jobs_;
  Worker* worker_ = nullptr;  // null where the system refused the thread
  std::string refusal_;
  bool closed_ = false;
};

// A task that is awaited is called then and there.
class Sequential::MainThread final : public Host {
 public:
  MainThread(Sequential& sequential, RunContext& context)
      : Host(context.runtime(), worker_id(0), context.new_log()), sequential_(sequential) {}

  TaskRun* to_run_first(TaskRun& waiter) override {
    if (waiter.dealings->target == TaskId::none) return nullptr;
    TaskRun& task = waiter.ends().run(waiter.dealings->target);
    return sequential_.withdraw(task) ? &task : nullptr;
  }
  bool runs_awaited() const override { return true; }

 private:
  Sequential& sequential_;
};

void Sequential::open() {
  host_ = std::make_unique<MainThread>(*this, context_);
  const Guard guard(mutex_);
  auto spawned = context_.runtime().spawn(context_.worker_name(host_->id()), work());
  if (spawned) {
    worker_ = spawned.value();
  } else {
    refusal_ = std::move(spawned).error();
  }
}

void Sequential::submit(std::span<TaskRun* const> tasks, EventLog* log) {
  for (TaskRun* task : tasks) {
    context_.record_submitted(log, *task);
    if (worker_ == nullptr) context_.record_never_ran(log, *task, context_.refusal(host_->id(), refusal_));
  }
  if (worker_ == nullptr) return;
  const Guard guard(mutex_);
  jobs_.insert(jobs_.end(), tasks.begin(), tasks.end());
  context_.runtime().unpark(*worker_);
}

bool Sequential::withdraw(TaskRun& task) {
  const Guard guard(mutex_);
  const auto found = std::find(jobs_.begin(), jobs_.end(), &task);
  if (found == jobs_.end()) return false;
  jobs_.erase(found);
  return true;
}

void Sequential::close() {
  const Guard guard(mutex_);
  closed_ = true;
  if (worker_ != nullptr) context_.runtime().unpark(*worker_);
}

// The job that is called next. A main program that submits one by one calls its own ones first, and one that leaves
// none but those.
std::deque<TaskRun*>::iterator Sequential::next() {
  const Launcher& launcher = context_.launcher();
  const bool leaves = launcher.policy().end == MainEnd::leaves;
  if (!launcher.is_one_by_one() && !leaves) return jobs_.begin();
  const auto own = std::find_if(jobs_.begin(), jobs_.end(), [](const TaskRun* job) { return !job->source->manual; });
  return own != jobs_.end() || leaves || !closed_ ? own : jobs_.begin();
}

TaskRun* Sequential::take() {
  const Guard guard(mutex_);
  const auto found = next();
  if (found == jobs_.end()) return nullptr;
  TaskRun* const job = *found;
  jobs_.erase(found);
  return job;
}

// The main program called it, and its failure is one of the main program.
bool Sequential::ends_with(const TaskRun& job) {
  Launcher& launcher = context_.launcher();
  const bool ends = !job.source->manual && launcher.stops_at_failure() && job.dealings->outcome == Outcome::failed;
  if (ends) launcher.stop();
  return ends;
}

Routine Sequential::work() {
  Runtime& runtime = context_.runtime();
  host_->set_worker(co_await ThisWorker{});
  context_.record_created(host_->log(), host_->id());
  const auto is_over = [this] {
    const Guard guard(mutex_);
    return closed_ && next() == jobs_.end();
  };
  while (!runtime.stopping() && !is_over()) {
    if (TaskRun* const job = take()) {
      co_await run_task(*job, *host_);
      if (ends_with(*job)) break;
    } else {
      co_await Park{runtime, host_->worker(), kNever};
    }
  }
}

}  // namespace

std::unique_ptr<Executor> make_sequential(RunContext& context, int /*max_workers*/) {
  return std::make_unique<Sequential>(context);
}

}  // namespace interleave

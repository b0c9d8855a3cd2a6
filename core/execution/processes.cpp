#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/execution/child_process.h"
#include "core/execution/make_executor.h"
#include "core/execution/shared_state.h"
#include "core/execution/task_body.h"
#include "core/execution/task_ends.h"
#include "core/execution/worker_pool.h"

namespace interleave {
namespace {

// Its workers are processes: each takes its time to start, and has variables and locks of its own from then on, which
// its tasks find as the ones before have left them. One task at a time is in it, so that nothing in it competes for the
// interpreter's lock. On the virtual clock they are simulated; else each worker's thread has a child process do its
// jobs, and waits for that.
class Processes final : public WorkerPool {
 public:
  using WorkerPool::WorkerPool;

 private:
  class Process;

  std::unique_ptr<Member> make_member(std::size_t number) override;
};

class Processes::Process final : public Member {
 public:
  Process(Processes& pool, std::size_t number_, EventLog* log_)
      : Member(std::make_unique<Host>(pool.context().runtime(), pool.id_of(number_), log_), log_, number_),
        pool_(pool),
        unrecorded_(host.runtime(), host.id(), nullptr),
        shared_(pool.context().program().objects().all(), pool.context().dealings_mutex()) {
    host.set_first_object(number_ * pool.context().program().objects().all().size());
  }

  Routine get_ready() override;
  Routine run(TaskRun& task) override {
    if (pool_.context().children() != nullptr) return run_in_child(task);
    task.shared = &shared_;
    return run_task(task, host);
  }
  std::string loss() const override { return child_ != nullptr && child_->is_dead() ? death() : ""; }
  void leave() override { child_.reset(); }

 private:
  void start_child(ChildProcesses& children);
  Routine run_in_child(TaskRun& task);
  void fail(TaskRun& task, std::string reason);
  std::string death() const { return "worker process " + std::to_string(number + 1) + " died"; }

  Processes& pool_;
  Host unrecorded_;  // of what the child has recorded itself
  SharedState shared_;
  std::unique_ptr<ChildProcess> child_;
  std::string refusal_;  // why there is none
  Time ready_{};         // from then on it can do jobs
};

Routine Processes::Process::get_ready() {
  Runtime& runtime = host.runtime();
  ready_ = runtime.now() + pool_.context().program().scenario().machine.process_start;
  ChildProcesses* const children = pool_.context().children();
  if (children != nullptr) start_child(*children);
  while (runtime.now() < ready_ && !runtime.stopping()) co_await Park{runtime, host.worker(), ready_};
  if (children != nullptr) ready_ = runtime.now();
  host.advance_to(ready_);
}

void Processes::Process::start_child(ChildProcesses& children) {
  auto started = children.start(host.id(), [this] { host.runtime().unpark(host.worker()); });
  if (!started) {
    refusal_ = "the system refused another process: " + started.error();
    return;
  }
  child_ = std::move(started).value();
  if (!child_->wait_until_ready()) refusal_ = death();
}

Routine Processes::Process::run_in_child(TaskRun& task) {
  Runtime& runtime = host.runtime();
  if (runtime.stopping()) co_return;
  if (const std::string lost = pool_.breakdown(); !lost.empty()) {
    fail(task, lost);
    co_return;
  }
  if (!refusal_.empty()) {
    fail(task, pool_.break_down(refusal_, *this));
    co_return;
  }
  if (task.dealings != nullptr) task.dealings->has_begun = true;
  ChildProcess::End end = child_->run(task.id, std::max(task.state.due, ready_), *log);
  using EndKind = ChildProcess::End::Kind;
  if (end.kind == EndKind::ended) {
    unrecorded_.advance_to(end.at);
    task.ends().end(task, unrecorded_, std::move(end.why));
    co_return;
  }
  if (end.kind == EndKind::died && !runtime.stopping()) fail(task, pool_.break_down(death(), *this));
  if (end.kind == EndKind::stuck) {
    while (!runtime.stopping() && pool_.breakdown().empty()) co_await Park{runtime, host.worker(), kNever};
    if (!runtime.stopping()) fail(task, pool_.breakdown());
  }
  // As of every task that a stop cuts.
  if (end.has_begun && runtime.stopping() && !runtime.deadlocked()) host.ended(task, Outcome::cancelled);
}

void Processes::Process::fail(TaskRun& task, std::string reason) {
  host.advance_to(host.runtime().now());
  task.ends().end(task, host, failure(std::move(reason)));
}

std::unique_ptr<WorkerPool::Member> Processes::make_member(std::size_t number) {
  return std::make_unique<Process>(*this, number, context().new_log());
}

}  // namespace

std::unique_ptr<Executor> make_processes(RunContext& context, int max_workers) {
  return std::make_unique<Processes>(context, max_workers);
}

}  // namespace interleave

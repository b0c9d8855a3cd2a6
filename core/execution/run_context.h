#pragma once

#include <string>

#include "core/base/ids.h"
#include "core/base/mode.h"
#include "core/execution/child_process.h"
#include "core/execution/launcher.h"
#include "core/execution/program.h"
#include "core/execution/step_order.h"
#include "core/execution/task_run.h"
#include "core/record/event_log.h"
#include "core/record/recorder.h"
#include "core/runtime/guard.h"
#include "core/runtime/runtime.h"
#include "core/scenario/scenario.h"

namespace interleave {

// What the executors of a run share: where it runs and where it is recorded.
class RunContext {
 public:
  // `recorder` is null when nothing is to be recorded.
  // `children` is null where worker processes are simulated.
  RunContext(Mode mode, const Program& program, Runtime& runtime, Recorder* recorder,
             ChildProcesses* children = nullptr, StepOrder* order = nullptr)
      : mode_(traits(mode)),
        program_(program),
        runtime_(runtime),
        recorder_(recorder),
        children_(children),
        order_(order),
        shared_log_(make_shared_log()),
        dealings_mutex_(runtime),
        launcher_(program.scenario().main, mode, runtime) {}

  const Program& program() const { return program_; }
  Runtime& runtime() const { return runtime_; }
  ChildProcesses* children() const { return children_; }
  // Of the order of steps; null where nobody asks for that.
  StepOrder* order() const { return order_; }
  // Of what tasks have to do with each other, and share.
  GuardMutex& dealings_mutex() { return dealings_mutex_; }
  const Machine& machine() const { return program_.scenario().machine; }
  Launcher& launcher() { return launcher_; }

  // "event loop", "thread 3"; beside the only worker of a mode "worker 1", and so on
  std::string worker_name(WorkerId worker) const;

  // A log for a new thread; where all workers take turns on one thread, they share one log. Null when not recording.
  EventLog* new_log() const {
    return shared_log_ != nullptr || recorder_ == nullptr ? shared_log_ : &recorder_->new_log();
  }

  void record_submitted(EventLog* log, const TaskRun& task) const;
  // It waits for a worker beside the one on which it has been ready.
  void record_queued(EventLog* log, const TaskRun& task) const;
  // By the worker itself, first of all: a worker that the system refused was never there.
  void record_created(EventLog* log, WorkerId worker) const;
  void record_retired(EventLog* log, WorkerId worker) const;
  void record_max_workers(EventLog* log, int max_workers) const;
  // The task ends before it began, and has failed for that reason.
  void record_never_ran(EventLog* log, const TaskRun& task, const std::string& reason) const;
  // Why a task cannot run for which the system gave no thread.
  std::string refusal(WorkerId worker, const std::string& reason) const;

 private:
  EventLog* make_shared_log() const {
    return recorder_ == nullptr || runtime_.is_threaded() ? nullptr : &recorder_->new_log();
  }

  const ModeTraits& mode_;
  const Program& program_;
  Runtime& runtime_;
  Recorder* recorder_;
  ChildProcesses* children_;
  StepOrder* order_;
  EventLog* shared_log_;
  GuardMutex dealings_mutex_;
  Launcher launcher_;
};

}  // namespace interleave

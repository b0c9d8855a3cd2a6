#pragma once

#include <string>

#include "core/base/ids.h"
#include "core/base/mode.h"
#include "core/execution/launcher.h"
#include "core/execution/task_run.h"
#include "core/record/event_log.h"
#include "core/record/recorder.h"
#include "core/runtime/runtime.h"
#include "core/scenario/scenario.h"

namespace interleave {

// What the executors of a run share: where it runs and where it is recorded.
class RunContext {
 public:
  // `recorder` is null when nothing is to be recorded.
  RunContext(Mode mode, const Scenario& scenario, Runtime& runtime, Recorder* recorder)
      : mode_(traits(mode)),
        machine_(scenario.machine),
        runtime_(runtime),
        recorder_(recorder),
        shared_log_(make_shared_log()),
        launcher_(scenario.main, mode, runtime) {}

  Runtime& runtime() const { return runtime_; }
  const Machine& machine() const { return machine_; }
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
  // Why a task cannot run for which the system gave no thread; and that on record.
  std::string refusal(WorkerId worker, const std::string& reason) const;
  void record_refused(EventLog* log, const TaskRun& task, const std::string& refusal) const;

 private:
  EventLog* make_shared_log() const {
    return recorder_ == nullptr || runtime_.is_threaded() ? nullptr : &recorder_->new_log();
  }

  const ModeTraits& mode_;
  const Machine machine_;
  Runtime& runtime_;
  Recorder* recorder_;
  EventLog* shared_log_;
  Launcher launcher_;
};

}  // namespace interleave

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/base/mode.h"
#include "core/execution/executor.h"
#include "core/execution/gate.h"
#include "core/execution/program.h"
#include "core/execution/run_context.h"
#include "core/execution/shared_state.h"
#include "core/execution/task_ends.h"
#include "core/execution/task_runs.h"

namespace interleave {

// One execution of a program, in one mode, on a runtime that somebody else drives.
class Execution {
 public:
  // A change of max_workers at a moment of the run.
  struct LimitChange {
    Time time{};
    int max_workers = 1;
  };
  struct Settings {
    Mode mode = Mode::sequential;
    int max_workers = 2;
    std::vector<LimitChange> changes;    // by time
    Gate* gate = nullptr;                // of a virtual run, if any; outlives it
    bool with_dealings = false;          // of tasks, also where they have none with each other
    ChildProcesses* children = nullptr;  // null where worker processes are simulated; outlives it
  };

  // Program and runtime outlive it, and the recorder too, which is null when nothing is to be recorded.
  Execution(const Program& program, Settings settings, Runtime& runtime, Recorder* recorder);
  Execution(const Program&& program, Settings settings, Runtime& runtime, Recorder* recorder) = delete;

  // Submits the tasks at their times, unless the mode's executor does, and makes the changes; to be run by the runtime,
  // once. It is no task, no worker of the record, and delays nobody.
  Routine main_program();

  // What becomes of it from here on, where it is an event loop that waits: the tasks, what they share, and the rest as
  // numbers, behind those that are there.
  const TaskEnds& tasks() const { return ends_; }
  const SharedState& shared() const { return shared_; }
  void describe_executor(std::vector<std::int64_t>& numbers) const { executor_->describe(numbers); }

  // While the run lasts. One thread at a time, other than the main program's.
  void set_max_workers(int max_workers);

 private:
  Time due_next(const TaskRun& task);
  bool arrives_late(std::size_t next) const;
  void note_submission(std::span<TaskRun* const> tasks);

  Settings settings_;
  RunContext context_;
  SharedState shared_;  // where all workers share one memory
  TaskRuns tasks_;
  std::vector<TaskRun*> by_time_;  // in the order of submission
  EventLog* control_log_;
  std::unique_ptr<Executor> executor_;
  TaskEnds ends_;
};

}  // namespace interleave

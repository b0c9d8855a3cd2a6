#pragma once

#include <functional>
#include <optional>

#include "core/execution/executor.h"
#include "core/execution/host.h"
#include "core/execution/program.h"
#include "core/execution/run_context.h"
#include "core/execution/shared_state.h"
#include "core/execution/task_ends.h"
#include "core/execution/task_runs.h"

namespace interleave {

// What one worker process does of a program's execution: tasks one after the other, as it is given them, each finding
// the variables and locks as those before have left them.
class ProcessExecution {
 public:
  // A task and when it was due.
  struct Job {
    TaskId task = TaskId::none;
    Time due{};
  };
  // How it ended; `stuck` where it waits for what nobody will give it.
  struct End {
    bool stuck = false;
    Unwinding why = {};
    Time at{};
  };

  // All of them outlive it. `on_end` is called on the worker's thread.
  ProcessExecution(const Program& program, WorkerId worker, Runtime& runtime, Recorder& recorder,
                   std::function<void(End)> on_end);
  ProcessExecution(const Program&& program, WorkerId worker, Runtime& runtime, Recorder& recorder,
                   std::function<void(End)> on_end) = delete;

  // The worker; to be run by the runtime, once.
  Routine worker();
  // From then on, whenever no other job is being done. Any other thread.
  void submit(Job job);

 private:
  // Nobody starts tasks here.
  class NoExecutor final : public Executor {
    void submit(std::span<TaskRun* const> /*tasks*/, EventLog* /*log*/) override {}
  };

  std::optional<Job> take();
  End end_of(const TaskRun& task) const;

  RunContext context_;
  SharedState shared_;
  TaskRuns tasks_;
  NoExecutor executor_;
  TaskEnds ends_;
  Host host_;
  const std::function<void(End)> on_end_;

  GuardMutex mutex_;  // of what follows
  Worker* worker_ = nullptr;
  std::optional<Job> job_;
};

}  // namespace interleave

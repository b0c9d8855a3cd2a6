#pragma once

#include <atomic>
#include <coroutine>
#include <cstdint>

#include "core/base/ids.h"
#include "core/execution/code.h"
#include "core/execution/dealings.h"
#include "core/execution/task_state.h"
#include "core/runtime/routine.h"
#include "core/scenario/limits.h"

namespace interleave {

class SharedState;
class StepOrder;
class TaskEnds;

// What is left to all tasks of a run together, whose code may go on for ever: others were measured when they were
// loaded.
struct RunLimits {
  std::atomic<std::int64_t> steps_left = static_cast<std::int64_t>(kMostSteps);  // and time slices
  Duration time_slice{1};
};

// A task of one run. Whoever it was submitted to owns it until it ends.
struct TaskRun {
  TaskId id = TaskId::none;
  const Code* code = nullptr;
  const Task* source = nullptr;  // what the scenario says of it
  RunLimits* limits = nullptr;   // of the whole run
  SharedState* shared = nullptr;
  TaskEnds* ends = nullptr;
  StepOrder* order = nullptr;  // of a virtual run, where somebody wants to know the order of steps, or gives it
  TaskState state;
  // For an event loop: the task's coroutine, and where it goes on at its next turn.
  Routine routine;
  std::coroutine_handle<> resume;
  Dealings* dealings = nullptr;  // null where no task has to do with any other
};

}  // namespace interleave

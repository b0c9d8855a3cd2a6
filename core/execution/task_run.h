#pragma once

#include <coroutine>

#include "core/base/ids.h"
#include "core/execution/code.h"
#include "core/execution/task_state.h"
#include "core/runtime/routine.h"

namespace interleave {

// A task of one run. Whoever it was submitted to owns it until it ends.
struct TaskRun {
  TaskId id = TaskId::none;
  bool arrives = false;  // in an event loop's ready queue: its turn comes a round later
  const Code* code = nullptr;
  const Task* source = nullptr;  // what the scenario says of it
  TaskState state;
  // For an event loop: the task's coroutine, and where it goes on at its next turn.
  Routine routine;
  std::coroutine_handle<> resume;
};

}  // namespace interleave

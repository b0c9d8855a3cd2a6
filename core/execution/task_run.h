#pragma once

#include <coroutine>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/execution/program.h"
#include "core/runtime/routine.h"

namespace interleave {

// A task of one run. Whoever it was submitted to owns it until it ends.
struct TaskRun {
  TaskId id = TaskId::none;
  StepMachine machine;
  // For an event loop: the task's coroutine, where it goes on at its next turn, and when that was due.
  Routine routine;
  std::coroutine_handle<> resume;
  Time due{};
};

}  // namespace interleave

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
  // When its next step is due at the earliest: its submission, in an event loop also the end of its sleep.
  Time due{};
  // For an event loop: the task's coroutine, and where it goes on at its next turn.
  Routine routine;
  std::coroutine_handle<> resume;
};

}  // namespace interleave

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
  bool arrives = false;  // in an event loop's ready queue: its turn comes a round later
  StepMachine machine;
  Time due{};  // its submission, then the end of its latest wait
  // For an event loop: the task's coroutine, and where it goes on at its next turn.
  Routine routine;
  std::coroutine_handle<> resume;
};

}  // namespace interleave

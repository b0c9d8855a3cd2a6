#pragma once

#include <atomic>
#include <coroutine>
#include <cstdint>

#include "core/base/ids.h"
#include "core/execution/code.h"
#include "core/execution/dealings.h"
#include "core/execution/task_state.h"
#include "core/runtime/routine.h"

namespace interleave {

class SharedState;
class StepOrder;
class TaskEnds;

// What all tasks of a run have together.
struct OfRun {
  TaskEnds* ends = nullptr;
  StepOrder* order = nullptr;    // of a virtual run, where somebody wants to know the order of steps, or gives it
  std::uint64_t most_steps = 0;  // and time slices
  // What is left of them to those whose code may go on for ever: others were measured when they were loaded.
  std::atomic<std::int64_t> steps_left{0};
  Duration time_slice{1};
};

// A task of one run. Whoever it was submitted to owns it until it ends. There may be very many, of which most sleep:
// what few of them have stands elsewhere. Each begins a cache line, so that threads with neighbouring tasks do not wait
// for each other's; and what the turn of a sleeping task needs is all in that line, for each of many is waited for.
struct alignas(64) TaskRun {
  TaskEnds& ends() const { return *run->ends; }
  // Null where the order of steps is nobody's concern.
  StepOrder* order() const { return is_ordered ? run->order : nullptr; }

  TaskId id = TaskId::none;
  bool is_ordered = false;
  const Code* code = nullptr;
  Dealings* dealings = nullptr;    // null where no task has to do with any other
  std::coroutine_handle<> resume;  // for an event loop: where it goes on at its next turn
  TaskState state;
  const Task* source = nullptr;  // what the scenario says of it
  OfRun* run = nullptr;
  SharedState* shared = nullptr;
  Routine routine;  // the task's coroutine, on an event loop or where it is run before who waits for it
};

}  // namespace interleave

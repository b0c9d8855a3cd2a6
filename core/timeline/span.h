#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/record/record.h"

namespace interleave {

// One step's stay in one state, or a task's wait for a turn; never of zero length.
struct Span {
  Time begin{};
  Time end = kNever;  // kNever while it is open
  TaskId task = TaskId::none;
  WorkerId worker = WorkerId::none;  // the one the task runs on or holds; none where the worker is free
  StepId step = StepId::none;        // none for waits that belong to no step: queued, ready before the first turn
  State state = State::queued;
  Cause cause = Cause::none;

  friend bool operator==(const Span&, const Span&) = default;
};

// Whether the task waits for something that tasks share.
constexpr bool waits_for_object(Cause cause) {
  return cause == Cause::lock || cause == Cause::semaphore || cause == Cause::queue;
}

// Whether the task could go on, if only it had a turn or a worker.
constexpr bool waits_for_turn(const Span& span) { return span.state == State::queued || span.state == State::ready; }

}  // namespace interleave

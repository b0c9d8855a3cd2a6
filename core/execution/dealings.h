#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/execution/line_place.h"
#include "core/execution/unwinding.h"
#include "core/record/event.h"

namespace interleave {

class Host;
class WaitLine;
struct TaskRun;

// Somebody who waits for the end of a task, and in which way.
struct Watcher {
  enum class Kind : std::uint8_t {
    await,   // goes on when it ends
    gather,  // goes on when all of several have ended, or one of them has failed
    all,     // goes on when all of several have ended
    each,    // takes them one after the other
    group,   // the main program, whose tasks are cancelled when one of them has failed
  };
  TaskRun* waiter = nullptr;
  Kind kind = Kind::await;
  std::uint16_t slot = 0;    // each: which of the loops within each other
  std::uint32_t number = 0;  // of the waiter's wait, or of its loop: another one now, and this means nothing any more
};

// What is between an event loop and the thread beside it on which a task's steps run. Under the guard of dealings, but
// for what is the loop's alone.
struct OnThread {
  bool has_ended = false;      // its steps
  bool is_left_alone = false;  // to the loop the task is over, and the thread goes on
  Unwinding why;               // how they ended; or the task did, which was left alone
  Time ended{};                // when they did
  Time due{};                  // the loop's: when its next turn came to be due
};

// What a task has to do with others of its run: its waits for them, and theirs for it. Only where there are such things
// at all, and under one guard for all of them.
struct Dealings {
  // Its wait for what others have or do.
  Host* host = nullptr;      // who runs it
  WaitLine* line = nullptr;  // that it stands in, if any
  LinePlace place;
  ObjectId object = ObjectId::none;
  TaskId target = TaskId::none;  // whose end it waits for, of several the first that has not ended
  StepId step = StepId::none;
  std::uint32_t wait = 0;         // the number of the wait
  bool is_called = false;         // it is over
  bool looks_again = false;       // its turn came, and the same step goes on
  Time deadline = kNever;         // of the step
  std::uint32_t step_number = 0;  // of the steps that may wait; the timer of an earlier one means nothing any more

  // The loops over tasks as they end that it is in.
  struct Each {
    std::uint32_t number = 0;
    std::vector<TaskId> ended = {};  // as far as it has been told
    bool is_awaited = false;         // it waits for the next one
  };
  std::vector<Each> each;

  // On a loop: what it gathers.
  std::uint32_t unfinished = 0;
  TaskId broken = TaskId::none;  // the first of them that did not finish
  bool gather_is_cut = false;    // they were to be cancelled

  // On a loop: how it is cancelled, as asyncio counts that.
  bool gave_up = false;      // its wait was cut short
  bool must_cancel = false;  // it is to be cut at its next turn
  bool is_expiring = false;  // the step's time was up
  bool has_expired = false;  // the task's time was up
  bool is_being_cancelled = false;
  std::uint32_t cancels = 0;
  std::uint32_t cancels_before = 0;  // the step
  TaskId cancelled_by = TaskId::none;
  std::unique_ptr<OnThread> on_thread;  // null where its steps run on the loop, or do not run yet

  // Its end.
  bool is_submitted = false;
  TaskId started_by = TaskId::none;
  bool has_begun = false;
  bool is_over = false;
  bool is_left_behind = false;   // by the main program of a loop, and cancelled
  std::uint64_t end_number = 0;  // in the order in which tasks ended
  Outcome outcome = Outcome::finished;
  Value result;
  std::string error;
  TaskId failed_from = TaskId::none;  // whose failure it was
  std::vector<Watcher> watchers;      // in the order in which they came
};

// A wait of it for something begins, on that host.
void begin_wait(Dealings& own, Host& host, StepId step, ObjectId object, TaskId target);

}  // namespace interleave

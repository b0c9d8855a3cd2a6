#pragma once

#include <cstdint>
#include <type_traits>

#include "core/base/ids.h"

namespace interleave {

// What a task does at a moment, between its submission and its end.
enum class State : std::uint8_t {
  queued,   // submitted, and no worker has taken it yet
  ready,    // could run, but has no turn: see Cause
  running,  // computes on a worker
  waiting,  // see Cause; with a worker, it holds that worker meanwhile
};

// Why a task is ready or waiting; none where it is queued or running.
enum class Cause : std::uint8_t { none, loop, core, gil, sleep, lock, await_task, semaphore, queue, schedule };
inline constexpr Cause kLastCause = Cause::schedule;

// What a task does to something that tasks share.
enum class AccessKind : std::uint8_t { read, written, acquired, released, put, got };

// What a write of a shared variable is where its task knows less than it goes by: its value comes from what the task
// read of the variable before another task wrote it; or that is so of what the value or the decision to write comes
// from, here or in another variable.
enum class StaleWrite : std::uint8_t { lost_update, stale_decision };

enum class Outcome : std::uint8_t { finished, failed, cancelled, deadlocked, not_started };

enum class EventKind : std::uint8_t {
  task_submitted,  // state, cause: what it is until it starts; other: the task that started it, or none. `value` is the
                   // scenario time for which that was planned, in ns: it counts from then on, however late the main
                   // program came
  task_started,    // worker: its first turn, on that worker
  task_entered,   // step, state, cause, worker: a step began to occupy it. For a sleep with its worker free, `value` is
                  // the scenario time at which it is due, in ns: from then on it is ready. For a lock, a semaphore or a
                  // queue, `value` is the number of the object that it waits for, for
                  // the end of a task that task's
  task_resumed,   // worker: what it was in is over and it has a turn on that worker; the next step begins here
  task_printed,   // text: a line of output
  task_accessed,  // object, access, step; value: what was read, written, put or got. Those of one object, of all tasks,
                  // are in order of their stamps, and of their places where they stand in one log
  write_marked,   // mark, object: the variable that was read; value: see MarkedWrite. Of the task's write just before
  task_joined,    // other: the task whose end it took note of
  task_returned_number,  // value: what it returns; it ends at that moment
  task_returned_text,    // text: the same
  task_cancelled,        // value: the id of the task that wanted it, or none: from here on it is leaving its steps
  wait_timed_out,        // step: its latest wait for others, in that step, was not over in time
  failure_taken,         // value: the id of the task that handled this one's failure
  task_ended,            // outcome; text: the error, or null
  worker_created,        // worker; text: its name
  worker_retired,        // worker
  max_workers_changed,   // value: the new limit
};

// Text that an event refers to, owned by the log that the event stands in; lives as long as the record.
struct Text;

// One fact of a run. `stamp` is in nanoseconds since the start of the run, on the host's steady clock for a real run
// (which goes on while the scenario's clock is paused) and on the virtual clock for a virtual one.
struct Event {
  std::int64_t stamp = 0;
  union {
    std::int64_t value = 0;
    const Text* text;
  };
  TaskId task = TaskId::none;
  union {
    WorkerId worker = WorkerId::none;
    ObjectId object;
    TaskId other;
  };
  StepId step = StepId::none;
  EventKind kind = EventKind::task_submitted;
  State state = State::queued;
  Cause cause = Cause::none;
  union {
    Outcome outcome = Outcome::finished;
    AccessKind access;
    StaleWrite mark;
  };
};

// The accesses that a marked write is about, by their numbers in the order of the record: what its task read, and the
// write of another task since.
struct MarkedWrite {
  std::uint32_t read = 0;
  std::uint32_t other = 0;
};
constexpr std::int64_t packed(MarkedWrite write) {
  return static_cast<std::int64_t>(std::uint64_t{write.read} << 32U | write.other);
}
constexpr MarkedWrite unpacked(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return {static_cast<std::uint32_t>(bits >> 32U), static_cast<std::uint32_t>(bits)};
}

static_assert(sizeof(Event) == 32 && std::is_trivially_copyable_v<Event>);

}  // namespace interleave

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/execution/apart.h"
#include "core/execution/code.h"
#include "core/execution/origins.h"
#include "core/execution/unwinding.h"
#include "core/execution/values.h"

namespace interleave {

// What a task is at.
enum class Stage : std::uint8_t {
  beginning,  // asks for the interpreter's lock, to begin
  going,      // takes its steps, or will when it has a turn
  sleeping,   // until it is due, its worker free meanwhile
  blocking,   // until it is due, holding its worker
  asking,     // its wait is over, and it asks for the interpreter's lock
  in_line,    // for something that tasks share, which others have
  standing,   // before a step that counts, or its end, until it is its turn
  computing,  // on a core, or waiting for one; at the earliest until it is due
  ended,
};

// What a task came from.
struct TaskPast {
  // Of code that reads shared variables: what the task's own values come from, and then the decisions that it is in.
  std::vector<Origins> origins = {};
  std::vector<Unwinding> clean_ups = {};  // what goes on behind each of the clean-ups that it is in, outermost first

  friend bool operator==(const TaskPast&, const TaskPast&) = default;
};

// The whole state of a task, as plain data: a copy goes on as the original would. What it executes is elsewhere.
struct TaskState {
  // Its loop counters, the arguments that its code uses, its own values: close together, for they are looked up at
  // every step.
  Values values;
  Time due{};            // when it is to be submitted, then when its latest wait ends
  std::uint32_t at = 0;  // its next instruction
  Stage stage = Stage::going;
  bool was_in_line = false;   // before it asked for the interpreter's lock
  Apart<TaskPast> past = {};  // where the code looks back at all; last, for few have it

  friend bool operator==(const TaskState&, const TaskState&) = default;
};

// What a task has to do next.
struct Operation {
  enum class Kind : std::uint8_t {
    performs,
    fails,       // the step cannot be performed, for the reason that failure_of() tells
    takes_next,  // of the tasks that it goes through as they end
    unwinds,     // it has cleaned up, and leaves further steps for the reason that it had before
    none,        // the task is at its end
  };
  Kind kind = Kind::performs;
  Verb verb{};
  StepId step = StepId::none;
  Duration length{0};                // where the step takes seconds
  ObjectId object = ObjectId::none;  // where it is about something that tasks share
  std::uint32_t target = 0;          // its text's position, that of the task's own value that it gives or of the tasks,
                                     // or another task
  std::uint32_t slot = 0;            // of the loop over tasks as they end
  std::int64_t value = 0;            // that is written or put; or how many of the tasks the loop has taken
  Value result = {};                 // that the task returns
  std::optional<Duration> timeout = {};

  explicit operator bool() const { return kind != Kind::none; }
};

// Why the step failed behind which the task is.
std::string failure_of(const Code& code, const TaskState& state);

// Leaves the steps around the one that the task is behind, up to where something cleans up behind them, or takes the
// failure,
// or the value that a called function returns.
enum class Left : std::uint8_t { everything, to_clean_up, taken };
Left unwind(const Code& code, TaskState& state, const Unwinding& why);

// Behind begin_each and next_of_each: another one has been taken.
void count_taken(const Code& code, TaskState& state);

// What the value of a formula comes from, of code that reads shared variables.
Origins origins_of(const Formula& formula, const TaskState& state);

// What a write comes from behind which the task is: its value, and the decisions that led there.
struct WriteOrigins {
  Origins value;
  Origins decisions;
};
WriteOrigins origins_of_write(const Code& code, const TaskState& state);

// The text of what is performed.
std::string text_of(const Operation& operation, const Code& code, const Task& task, const TaskState& state);

}  // namespace interleave

template <>
struct std::hash<interleave::TaskState> {
  std::size_t operator()(const interleave::TaskState& state) const noexcept;
};

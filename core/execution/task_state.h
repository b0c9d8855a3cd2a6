#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/execution/code.h"
#include "core/execution/values.h"

namespace interleave {

// What a task is at.
enum class Stage : std::uint8_t {
  beginning,  // asks for the interpreter's lock, to begin
  going,      // takes its steps, or will when it has a turn
  sleeping,   // until it is due, its worker free meanwhile
  blocking,   // until it is due, holding its worker
  asking,     // its wait is over, and it asks for the interpreter's lock
  computing,  // on a core, or waiting for one; at the earliest until it is due
  ended,
};

// The whole state of a task, as plain data: a copy goes on as the original would. What it executes is elsewhere.
struct TaskState {
  // Its loop counters, then the arguments that its code uses: close together, for they are looked up at every step.
  Values values;
  Time due{};            // when it is to be submitted, then when its latest wait ends
  std::uint32_t at = 0;  // its next instruction
  Stage stage = Stage::going;

  friend bool operator==(const TaskState&, const TaskState&) = default;
};

// What a task has to do next.
struct Operation {
  Verb verb{};
  StepId step = StepId::none;
  Duration length{0};      // where the step takes seconds
  std::uint32_t text = 0;  // where the step has a text
};

// At the first instruction of its code.
TaskState first_state(const Code& code, const Task& task);

// Goes on to the next step that is performed. None where the task is at its end.
std::optional<Operation> advance(const Code& code, TaskState& state);

// The text of what is performed.
std::string text_of(const Operation& operation, const Code& code, const Task& task, const TaskState& state);

}  // namespace interleave

template <>
struct std::hash<interleave::TaskState> {
  std::size_t operator()(const interleave::TaskState& state) const noexcept;
};

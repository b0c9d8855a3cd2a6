#pragma once

#include <optional>
#include <string>

#include "app/gui/model/edit/scenario_edits.h"

namespace interleave::gui {

// Where the length of a task's step is written: among the task's own steps, as an argument of its call, or in a
// function that other tasks may call too.
struct DurationPlace {
  enum class Kind : std::uint8_t { own_step, argument, shared_step };
  Kind kind = Kind::own_step;
  std::size_t argument = 0;  // position among the arguments
  Number number;             // as it is written there now
  std::size_t callers = 1;   // tasks that a change there changes
  bool repeated = false;     // it is the length of every round of a repeat
};

// Of a step of the task at that position. None where it has no length, or one that differs from round to round (the
// counter of a repeat).
std::optional<DurationPlace> find_duration(const Scenario& scenario, std::size_t position, StepId id);

// The first step with a length that the task has of its own; StepId::none where it has none.
StepId first_own_duration(const Task& task);

// The length of that step, in seconds; `text` as it is typed.
Edited set_duration(Scenario scenario, std::size_t position, StepId id, std::string_view text);

// Seconds of a drag, rounded to what a pixel or some can mean: to 0.05, 0.1, 0.2, ...
double dragged_seconds(double seconds, double seconds_per_pixel);

// Whether both have the same functions and tasks with steps of the same verbs, so that a step's id means the same step
// in both, whatever its length.
bool same_shape(const Scenario& one, const Scenario& other);

}  // namespace interleave::gui

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/scenario.h"

namespace interleave::gui {

// A place among the steps that a task runs: which bodies one goes into, and the position in the innermost list, which
// may be behind its last step. "3/else/1" is the first step of the third one's `else`.
struct StepPath {
  struct Body {
    std::size_t step = 0;  // of the list around it
    std::string key;       // of the body

    friend bool operator==(const Body&, const Body&) = default;
  };
  std::vector<Body> around;
  std::size_t position = 0;

  friend bool operator==(const StepPath&, const StepPath&) = default;
};

std::string written(const StepPath& path);
// None where the text is no path.
std::optional<StepPath> read_step_path(std::string_view text);

// The place of a body's first step, and the step around the list that the path leads into, which must be in one.
StepPath into(const StepPath& step, std::string_view body);
StepPath step_around(const StepPath& path);
// Whether the place is within the step, in a body of it.
bool is_within(const StepPath& place, const StepPath& step);

// What a place becomes when a step is put in at another one, or taken out there. What was within the step that is taken
// out becomes the place where it stood.
StepPath after_insertion(StepPath place, const StepPath& at);
StepPath after_removal(StepPath place, const StepPath& at);

// The steps that the task runs: its own, or its function's.
const std::vector<Step>& steps_of(const Scenario& scenario, std::size_t task);
std::vector<Step>& steps_of(Scenario& scenario, std::size_t task);
// Of the function; 0 where the task has steps of its own.
std::size_t callers_of(const Scenario& scenario, std::size_t task);

// The list that the path leads into; null where there is none, as of an `except` that the file leaves out.
const std::vector<Step>* list_at(const std::vector<Step>& steps, const StepPath& path);
std::vector<Step>* list_at(std::vector<Step>& steps, const StepPath& path);
// The same, and a body that is left out is there from now on.
std::vector<Step>* open_list_at(std::vector<Step>& steps, const StepPath& path);
// The step; null where none stands there.
const Step* step_at(const std::vector<Step>& steps, const StepPath& path);
Step* step_at(std::vector<Step>& steps, const StepPath& path);

// Whether steps can be put in there: somewhere in a list, or in a body that is left out.
bool is_place(const std::vector<Step>& steps, const StepPath& path);

// All places in which a step can stand, in reading order; without those of bodies that are left out.
std::vector<StepPath> places_in(const std::vector<Step>& steps);

}  // namespace interleave::gui

#pragma once

#include "app/gui/model/edit/scenario_edits.h"
#include "app/gui/model/edit/step_path.h"

// What can be changed about the steps that a task runs: its own, or those of its function, and then of all tasks that
// call it. What steps name is declared where it can be.
namespace interleave::gui {

// The key by which a step's verb itself is changed.
inline constexpr std::string_view kVerbKey = "verb";

Edited add_step(Scenario scenario, std::size_t task, const StepPath& place, Verb verb);
Edited remove_step(Scenario scenario, std::size_t task, const StepPath& path);
// Both as they are before: the step comes to stand before the one that is at `to`.
Edited move_step(Scenario scenario, std::size_t task, const StepPath& from, const StepPath& to);
// Where the step is then.
StepPath moved(const StepPath& from, const StepPath& to);
// What stands at that key, or the verb.
Edited change_step(Scenario scenario, std::size_t task, const StepPath& path, std::string_view key,
                   std::string_view text);

// What is said of a word that is no verb.
std::string unknown_verb(std::string_view word);

// The place to which a step is moved by one up or down in what one reads: past its neighbour, into it, or out of the
// step around. None at the very beginning and end.
std::optional<StepPath> place_beside(const std::vector<Step>& steps, const StepPath& path, Way way);

// Of a body: its steps are taken out of the file, and where it may be missing, it.
Edited remove_body(Scenario scenario, std::size_t task, const StepPath& place);

// "sell, which 2 tasks call", or the name of the task with steps of its own.
std::string owner_of_steps(const Scenario& scenario, std::size_t task);

}  // namespace interleave::gui

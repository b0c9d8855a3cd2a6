#pragma once

#include "app/gui/model/edit/step_rows.h"
#include "app/gui/model/state/app_state.h"

// Questions about the list of steps.
namespace interleave::gui {

// The task whose steps are shown; 0 where there is no program.
std::size_t shown_task(const AppState& state);

// The cell of the list that is selected, or null.
const Cell* selected_in_steps(const AppState& state);

// Where the next step is added: below what is selected, or at the end.
StepPath place_to_add(const AppState& state);

// The place that is being typed into, where it is among the steps that are shown.
std::optional<StepPath> open_place(const AppState& state);

}  // namespace interleave::gui

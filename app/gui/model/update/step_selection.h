#pragma once

#include "app/gui/model/state/app_state.h"

// What is selected and to be seen in the list of steps, whatever is edited.
namespace interleave::gui {

// The list is where somebody can see it. Nothing is being typed.
void reveal_steps(AppState& state);
// The list stays with a task that there is.
void note_shown_task(AppState& state);

// What is selected stands in the list, also after the place that was being typed into is gone.
void settle_in_steps(AppState& state);
void move_in_steps(AppState& state, int columns, int rows);

}  // namespace interleave::gui

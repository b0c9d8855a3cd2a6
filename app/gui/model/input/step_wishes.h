#pragma once

#include "app/gui/model/input/command.h"
#include "app/gui/model/state/app_state.h"

// What keys and buttons of the list of steps wish for, by what is selected there.
namespace interleave::gui {

// To show the steps, or to hide them where they have the keys already.
Command wish_to_show_steps(const AppState& state);

bool can_move_step(const AppState& state, Way way);
Command wish_to_move_step(const AppState& state, Way way);

bool can_remove(const AppState& state);
Command wish_to_remove(const AppState& state);

}  // namespace interleave::gui

#pragma once

#include "app/gui/model/state/app_state.h"

// What update() does to the focus.
namespace interleave::gui {

// To the next control that can be pressed. Where a panel has the focus, Tab goes on from there.
void focus_control(AppState& state, Direction direction);
// To the next panel: arrow keys act on what it shows.
void focus_panel(AppState& state, Direction direction);

}  // namespace interleave::gui

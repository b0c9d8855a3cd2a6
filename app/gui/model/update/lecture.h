#pragma once

#include "app/gui/model/input/command.h"
#include "app/gui/model/state/app_state.h"

// What update() does to what a hall sees.
namespace interleave::gui {

void toggle_presentation(AppState& state);
void show_beside(AppState& state, Beside beside);
void show_tools(AppState& state);
void show_all_tools(AppState& state);
void toggle_toolbar(AppState& state);
// Black, or back; only a hall's screen.
void toggle_black(AppState& state);
// Frozen, or not any more; only what a hall sees.
void toggle_freeze(AppState& state);

// True where the tools go.
bool advance_tools(AppState& state, double host_seconds);

}  // namespace interleave::gui

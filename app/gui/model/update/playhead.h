#pragma once

#include "app/gui/model/state/app_state.h"

// What update() does to the playhead.
namespace interleave::gui {

void step_event(AppState& state, Direction direction);
void move_playhead(AppState& state, Time time);
void go_to_start(AppState& state);
void go_to_end(AppState& state);
// It stays at the newest moment of a real run.
void follow(AppState& state);

}  // namespace interleave::gui

#pragma once

#include "app/gui/model/state/app_state.h"

// What update() does to the selected stretch of time. One thing is selected at a time: a stretch, or a span.
namespace interleave::gui {

void select_range(AppState& state, Time anchor, Time head);
// Moves its head to the next or previous event; without a stretch, one that begins at the playhead.
void extend_range(AppState& state, Direction direction);
// The stretch of the selected span; else the one between the events around the playhead.
void select_range_here(AppState& state);

}  // namespace interleave::gui

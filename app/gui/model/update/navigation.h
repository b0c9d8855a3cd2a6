#pragma once

#include "app/gui/model/state/app_state.h"

// What update() does to the view of the run's time.
namespace interleave::gui {

// The user has taken the view into his own hands: it no longer goes along with the playhead.
void hold_view(AppState& state);

// Pans so far that the moment is in sight; a view that shows everything stays.
void reveal(AppState& state, Time time);

// The moment that keeps its place when zooming: under the pointer; without one the playhead, else the middle.
double zoom_anchor(const AppState& state);

// While the run plays and the view has not been taken elsewhere, the playhead does not leave a zoomed view.
void keep_playhead_in_sight(AppState& state);

void follow_in_view(AppState& state);

// Centres the selected span or stretch and makes it fill the better part of the view.
void show_selected(AppState& state);

}  // namespace interleave::gui

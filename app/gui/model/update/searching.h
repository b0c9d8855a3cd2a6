#pragma once

#include "app/gui/model/state/app_state.h"

// What update() does to the search.
namespace interleave::gui {

void open_search(AppState& state);
void close_search(AppState& state);
// Looks again where the text or the record has changed.
void refresh_search(AppState& state);
// Moves the playhead and the view to the next match and selects its span; from the playhead where none is current.
void go_to_match(AppState& state, Direction direction);

}  // namespace interleave::gui

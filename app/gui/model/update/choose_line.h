#pragma once

#include <cstddef>

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// Brings the code up to date with the rest of the state.
void refresh_code(AppState& state);

// Chooses the line, for what it made on the timeline; again: none. Of a print, the first line that it printed, and each
// time the next.
void choose_line(AppState& state, std::size_t line);

// Goes to the moment at which a line of the output was printed, and chooses the code's line that did, for its task.
void choose_printed(AppState& state, std::size_t position);

}  // namespace interleave::gui

#pragma once

#include <cstddef>

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// Brings the code up to date with the rest of the state.
void refresh_code(AppState& state);

// Chooses the line, for what it made on the timeline; again: none.
void choose_line(AppState& state, std::size_t line);

}  // namespace interleave::gui

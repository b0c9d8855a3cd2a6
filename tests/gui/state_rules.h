#pragma once

#include "app/gui/model/state/app_state.h"
#include "tests/gui/layout_rules.h"

namespace interleave::gui {

// What holds of the window's state whatever was done to it.
Broken broken_state(const AppState& state);

// Where something is drawn, numbers say where, and boxes have not turned inside out.
Broken misplaced(const Drawn& drawn);

// Each bar begins and ends where a span of its lane does, or at the picture's edge or the playhead; and no span in
// sight that is a few pixels wide is without a bar. What is folded into one bar with others is left out.
Broken bars_apart_from_spans(const AppState& state, const Drawn& drawn);

}  // namespace interleave::gui

#pragma once

#include "app/gui/views/ui.h"

namespace interleave::gui {

// Whether the states of what Run would run are few enough to be drawn, and known.
bool can_draw_graph(const Ui& ui);

// All states of the program in the mode on the screen, the first one at the top and how it ends at the bottom, with the
// way of the run on the screen; in the place of the timeline.
void draw_graph(const Ui& ui, Rect box);

}  // namespace interleave::gui

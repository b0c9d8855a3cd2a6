#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// All states of the program in the mode on the screen, the first one at the top and how it ends at the bottom, with the
// way of the run on the screen; or why there is no such drawing. In the place of the timeline; they have been asked
// for.
void draw_graph(const Ui& ui, Rect box);

}  // namespace interleave::gui

#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The line between a group of panels and its neighbour, within the area that both share: dragged it resizes the group,
// to nearly nothing it hides it, a double click gives the group its own size again. `at` is where the line lies: its y,
// of the side its x.
void splitter(const Ui& ui, PanelGroup group, Rect area, float at);

}  // namespace interleave::gui

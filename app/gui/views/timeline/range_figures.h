#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// What happened within the selected stretch, of which there is one.
void draw_range_figures(const Ui& ui, Rect header, Rect box);

}  // namespace interleave::gui

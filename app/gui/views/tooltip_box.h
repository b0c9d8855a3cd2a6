#pragma once

#include "app/gui/views/ui.h"

namespace interleave::gui {

// Draws the remark beside the pointer, within the window.
void draw_tooltip(const Ui& ui, Rect window, const Tooltip& tooltip);

}  // namespace interleave::gui

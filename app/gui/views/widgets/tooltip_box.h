#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// Draws the remark beside the pointer, within the window; not where it would stand over what is to be spared.
void draw_tooltip(const Ui& ui, Rect window, const Tooltip& tooltip, Rect spared);

}  // namespace interleave::gui

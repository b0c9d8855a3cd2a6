#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// What must be told or asked; of no height where there is nothing.
float notice_bar_height(const Ui& ui, float width);
void draw_notice_bar(const Ui& ui, Rect box);

}  // namespace interleave::gui

#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// 0 while no search is open.
float search_bar_height(const Ui& ui);

// What is looked for, how much of it was found, and the ways from one to the next.
void draw_search_bar(const Ui& ui, Rect box);

}  // namespace interleave::gui

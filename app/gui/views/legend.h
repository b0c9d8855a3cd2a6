#pragma once

#include "app/gui/views/ui.h"

namespace interleave::gui {

// How high the legend is at that width.
float legend_height(const Ui& ui, float width);

// What each look means, in a neutral colour. Pointing at an entry makes the others step back.
void draw_legend(const Ui& ui, Rect box);

}  // namespace interleave::gui

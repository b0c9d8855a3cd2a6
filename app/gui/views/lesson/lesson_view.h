#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The slide of the lesson that runs: its text, what it asks, and the panels that it shows.
void draw_lesson(const Ui& ui, Rect box);

}  // namespace interleave::gui

#pragma once

#include "app/gui/views/ui.h"

namespace interleave::gui {

// How high the toolbar is at that width: what does not fit in a row goes to the next.
float toolbar_height(const Ui& ui, float width);

// What to run and how, and the run's controls.
void draw_toolbar(const Ui& ui, Rect box);

}  // namespace interleave::gui

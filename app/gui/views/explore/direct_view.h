#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The panel of who is the scheduler: what every task has done in the steps so far, what it would do next, which a click
// lets it do, or why it cannot; and what that leads to.
float direct_height(const Ui& ui);
void draw_direct(const Ui& ui, Rect box);

}  // namespace interleave::gui

#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// Where a lock would help: what was tried, what of its orders still goes wrong, what it costs. A click on one makes it.
float repairs_height(const Ui& ui);
void draw_repairs(const Ui& ui, Rect box);

}  // namespace interleave::gui

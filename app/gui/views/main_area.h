#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// Everything between the toolbar and the status line: which panels there are, and how they share the room.
void draw_main_area(const Ui& ui, Rect middle);

}  // namespace interleave::gui

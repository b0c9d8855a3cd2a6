#pragma once

#include "app/gui/views/ui.h"

namespace interleave::gui {

// Everything between the toolbar and the status line: which panels there are, and how they share the room.
void draw_panels(const Ui& ui, Rect middle);

}  // namespace interleave::gui

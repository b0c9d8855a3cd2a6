#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The width at which none of the run's lines is cut off.
float console_width(const Ui& ui);
// The height at which all of the run's lines have room.
float console_height(const Ui& ui);

// What the tasks printed up to the playhead, the newest last.
void draw_console(const Ui& ui, Rect box);

}  // namespace interleave::gui

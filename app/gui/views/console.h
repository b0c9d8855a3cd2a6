#pragma once

#include "app/gui/views/ui.h"

namespace interleave::gui {

// The height at which all of the run's lines have room.
float console_height(const Ui& ui);

// What the tasks printed up to the playhead, the newest last.
void draw_console(const Ui& ui, Rect box);

}  // namespace interleave::gui

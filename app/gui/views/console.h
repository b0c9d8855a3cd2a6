#pragma once

#include "app/gui/views/ui.h"

namespace interleave::gui {

// What the tasks printed up to the playhead, the newest last.
void draw_console(const Ui& ui, Rect box);

}  // namespace interleave::gui

#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// On a process's lane, from when it was made to its first turn: that it is starting. Elsewhere nothing.
void draw_process_start(const Ui& ui, const Lane& lane, Rect box, const TimeScale& scale);

}  // namespace interleave::gui

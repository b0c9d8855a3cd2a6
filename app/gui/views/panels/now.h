#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The height at which the machine has room for what it holds.
float now_height(const Ui& ui);

// Of the selected span: why its task is in that state, and all that is known. With none selected: the machine at the
// playhead, its queues, workers, timers and cores.
void draw_now(const Ui& ui, Rect box);

}  // namespace interleave::gui

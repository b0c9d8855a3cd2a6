#pragma once

#include "app/gui/views/ui.h"

namespace interleave::gui {

// What the scenario is about, and its tasks: colour, name, function, how long each would take alone.
void draw_task_list(const Ui& ui, Rect box);

}  // namespace interleave::gui

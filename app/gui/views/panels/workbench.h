#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// For daily work: tasks and program at the left, the picture, and below it what belongs to the moment and what is known
// of other runs; with edges that the user drags.
void draw_workbench(const Ui& ui, Rect middle);

}  // namespace interleave::gui

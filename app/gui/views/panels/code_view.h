#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The program that the scenario stands for in the chosen mode, with the tasks at the lines where they stand at the
// playhead. Keeps those lines in view; a click on one shows on the timeline what it made.
void draw_code(const Ui& ui, Rect box);

}  // namespace interleave::gui

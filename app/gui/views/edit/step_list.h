#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The line that shows and hides the steps.
float step_list_header(const Ui& ui);

// What all of it takes: the line alone where the steps are hidden.
float step_list_height(const Ui& ui, float width);

// The steps of the selected task, below that line, and what tasks share.
void draw_step_list(const Ui& ui, Rect box);

}  // namespace interleave::gui

#pragma once

#include "app/gui/model/edit/step_rows.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// A row of the list of steps: its words, and its cells to be selected and typed into. It feels the pointer within the
// list alone.
void draw_step_row(const Ui& ui, Rect box, Rect list, const StepRow& row);

}  // namespace interleave::gui

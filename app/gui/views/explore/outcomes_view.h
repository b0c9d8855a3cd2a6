#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The height at which every outcome of the shown mode and every mode beside it have room.
float outcomes_height(const Ui& ui);

// What the interleavings of the scenario come to in the mode that Run takes: a row for each outcome, with the simplest
// order that leads there in the tasks' colours; and the other modes beside it.
void draw_outcomes(const Ui& ui, Rect box);

}  // namespace interleave::gui

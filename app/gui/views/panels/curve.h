#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The pool's makespan against max_workers, simulated: where it stands now, and from where on more workers change
// nothing. A click on a number of workers takes it.
void draw_curve(const Ui& ui, Rect box);

}  // namespace interleave::gui

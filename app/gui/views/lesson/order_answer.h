#pragma once

#include "app/gui/model/lesson/asked_question.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The tasks of an answer that is an order, one below the other, to be dragged: the first in that row, the others each
// so many pixels below.
void draw_order(const Ui& ui, const AskedQuestion& asked, Rect first, float step);

}  // namespace interleave::gui

#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// What is offered for what is being typed into a cell, below its field and within the panel; after all that it may
// stand over.
void draw_offers(const Ui& ui, Rect panel);

// Whether the pointer is over them, and nothing below feels it.
bool over_offers(const Ui& ui);

}  // namespace interleave::gui

#pragma once

#include "app/gui/views/ui.h"

namespace interleave::gui {

// The height at which every task has a line.
float details_height(const Ui& ui);

// Of the selected span: all that is known. With none selected: what each task does at the playhead.
void draw_details(const Ui& ui, Rect box);

}  // namespace interleave::gui

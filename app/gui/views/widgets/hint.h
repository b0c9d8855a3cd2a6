#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The least room that a hint needs; 0 where there is nothing to know.
float least_hint_width(const Ui& ui);

// The next thing worth knowing, at the right end of the box; nothing where there is no room for it, or where the frame
// has it already.
void draw_hint(const Ui& ui, Rect box);

}  // namespace interleave::gui

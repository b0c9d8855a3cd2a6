#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// Keys and gestures, over everything else; a click closes it.
void draw_help(const Ui& ui, Rect window);

}  // namespace interleave::gui

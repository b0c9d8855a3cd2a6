#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The list that hangs below the scenario's or the speed's button while it is open. A click elsewhere closes it.
void draw_menu(const Ui& ui, Rect window);

}  // namespace interleave::gui

#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// All steps there are, group by group, to add one.
void draw_step_menu(const Ui& ui, Rect window);

}  // namespace interleave::gui

#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The dialog that asks for a file, over everything else.
void draw_file_dialog(const Ui& ui, Rect window);

}  // namespace interleave::gui

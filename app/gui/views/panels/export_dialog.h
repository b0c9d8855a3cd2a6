#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// Asks what is to be taken along, over everything else.
void draw_export_dialog(const Ui& ui, Rect window);

}  // namespace interleave::gui

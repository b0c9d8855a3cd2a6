#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The scenario's file as text that can be typed into, with what is wrong below the lines.
void draw_file_text(const Ui& ui, Rect box);

}  // namespace interleave::gui

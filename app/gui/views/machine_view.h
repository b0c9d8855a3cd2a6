#pragma once

#include "app/gui/views/ui.h"

namespace interleave::gui {

// The machine at the playhead: its parts beside each other, from where tasks come to where they go.
void draw_machine(const Ui& ui, Rect box);

}  // namespace interleave::gui

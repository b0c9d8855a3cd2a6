#pragma once

#include <cstddef>

#include "app/gui/views/ui.h"

namespace interleave::gui {

// The machine at the playhead: its parts beside each other, from where tasks come to where they go.
void draw_machine(const Ui& ui, Rect box);

// What it takes so that a part shows so many items.
float machine_height(const Ui& ui, std::size_t rows);

}  // namespace interleave::gui

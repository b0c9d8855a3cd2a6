#pragma once

#include <cstddef>

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// Who occupies what at the playhead: its parts beside each other, from where tasks come to where they go.
void draw_occupancy(const Ui& ui, Rect box);

// What it takes so that a part shows so many items.
float occupancy_height(const Ui& ui, std::size_t rows);

}  // namespace interleave::gui

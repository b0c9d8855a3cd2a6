#pragma once

#include "app/gui/views/timeline/lane_rows.h"

namespace interleave::gui {

float minimap_height(const Ui& ui);

// The whole run in a thin strip, and on it the frame of what the lanes show: drag the frame or its edges, or click
// where to look.
void draw_minimap(const Ui& ui, Rect strip, const std::vector<Lane>& lanes);

// What the strip is, beside it, if that fits.
void draw_minimap_name(const Ui& ui, Rect box);

}  // namespace interleave::gui

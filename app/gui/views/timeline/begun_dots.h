#pragma once

#include <vector>

#include "app/gui/views/timeline/lane_pictures.h"

namespace interleave::gui {

// What begins at the playhead has no past yet that could be drawn to scale: a dot on the playhead says that it has
// begun. To be drawn over the playhead.
void draw_begun_dots(const Ui& ui, const LaneRows& rows, Rect bars, LanePictures& pictures);

}  // namespace interleave::gui

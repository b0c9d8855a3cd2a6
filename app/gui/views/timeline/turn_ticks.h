#pragma once

#include <vector>

#include "app/gui/model/picture/turn_layout.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// On a worker's lane: its turns that are shorter than a pixel, each a tick as thin as that, and what its empty stretch
// means when tasks wait meanwhile. What is taken already of the lane keeps its place.
void draw_turn_ticks(const Ui& ui, const Lane& lane, Rect box, const TimeScale& scale, const std::vector<Bar>& bars,
                     std::vector<Gap> taken);

}  // namespace interleave::gui

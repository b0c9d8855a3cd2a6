#pragma once

#include "app/gui/views/timeline/lane_rows.h"

namespace interleave::gui {

// Of the task that is selected, or under the pointer: from whoever cancelled it to that, from the ends that it waited
// for to its wait, and the same to others from it. Elsewhere nothing, so that the picture stays calm.
void draw_relation_arrows(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                          const TimeScale& scale);

}  // namespace interleave::gui

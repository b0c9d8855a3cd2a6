#pragma once

#include "app/gui/model/picture/bars.h"
#include "app/gui/views/timeline/lane_pictures.h"

namespace interleave::gui {

// Draws one lane's bars within `row`; the time scale says where its time is. Wishes for the selection of a bar that is
// clicked, and explains the one under the pointer.
void draw_lane(const Ui& ui, const Lane& lane, const LaneRow& row, const TimeScale& scale, const std::vector<Bar>& bars,
               Detail detail);

// Its name at the left.
void draw_lane_name(const Ui& ui, const Lane& lane, Rect box);

}  // namespace interleave::gui

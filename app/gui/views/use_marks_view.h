#pragma once

#include "app/gui/model/picture/use_marks.h"
#include "app/gui/views/lane_rows.h"

namespace interleave::gui {

// On the upper edge of the tasks' bars: where they used what tasks share.
void draw_use_marks(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                    const TimeScale& scale);

}  // namespace interleave::gui

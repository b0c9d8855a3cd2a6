#pragma once

#include <vector>

#include "app/gui/model/picture/lanes.h"
#include "app/gui/views/timeline/lane_rows.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// Where somebody believed something to happen before the run was shown: a dashed line with what was said, over the lane
// of the task that it is about, or over all of them.
void draw_believed(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                   const TimeScale& scale);

}  // namespace interleave::gui

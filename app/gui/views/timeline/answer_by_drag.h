#pragma once

#include <vector>

#include "app/gui/model/picture/lanes.h"
#include "app/gui/model/picture/viewport.h"
#include "app/gui/views/timeline/lane_rows.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// Somebody who is asked for a moment, or for a task, answers in the empty picture.
void answer_by_drag(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect axis, Rect bars,
                    const TimeScale& scale);

}  // namespace interleave::gui

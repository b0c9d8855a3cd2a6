#pragma once

#include "app/gui/views/timeline/lane_rows.h"

namespace interleave::gui {

// From the span whose end ends the selected one to that end: the cause of a wait, as an arrow between their lanes.
void draw_cause_arrow(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                      const TimeScale& scale);

}  // namespace interleave::gui

#pragma once

#include "app/gui/views/timeline/lane_pictures.h"

namespace interleave::gui {

// On the lower edge of bars: where a wait was given up as its time was up, and where a task was cancelled that had
// still something to do.
void draw_cut_marks(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                    const TimeScale& scale);

}  // namespace interleave::gui

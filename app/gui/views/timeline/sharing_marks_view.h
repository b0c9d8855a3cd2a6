#pragma once

#include "app/gui/views/timeline/lane_rows.h"

namespace interleave::gui {

// What is wrong with how tasks share variables, where it happened: a mark at the write, or at the later one of two
// accesses that nothing orders; for a write that goes by an old value also a line from where that was read, and an
// arrow from where another task wrote meanwhile. On the variable's own lane a mark too.
void draw_sharing_marks(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                        const TimeScale& scale);

}  // namespace interleave::gui

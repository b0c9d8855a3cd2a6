#pragma once

#include "app/gui/views/timeline/lane_rows.h"

namespace interleave::gui {

// Behind the end of a lane whose task has deadlocked by now, that it has: of any run on the screen.
void draw_deadlock_end(const Ui& ui, const Lane& lane, const LaneRow& row, const TimeScale& scale);

// Where a run has deadlocked and its end has been reached: from each task that waits to the one that has what it waits
// for, an arrow, and on each such task's bar what it waits for.
void draw_deadlock_ring(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                        const TimeScale& scale);

}  // namespace interleave::gui

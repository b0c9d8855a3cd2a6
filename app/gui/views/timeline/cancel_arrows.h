#pragma once

#include "app/gui/views/timeline/lane_rows.h"

namespace interleave::gui {

// Where tasks have cancelled others by now: an arrow from each such task to those that it cancelled at that moment, for
// it failed, gave up waiting for them, or was told to. On tasks' own lanes alone.
void draw_cancel_arrows(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                        const TimeScale& scale);

}  // namespace interleave::gui

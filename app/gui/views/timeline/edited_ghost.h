#pragma once

#include <span>

#include "app/gui/model/picture/turn_layout.h"
#include "app/gui/views/timeline/lane_rows.h"

namespace interleave::gui {

// Where the edited scenario, as it would run now, does something else than the shown one, frames in long dashes over
// the lane's bars; none where nobody changed it, or nothing changes. `bars` is the box that those take, `taken` what
// stands behind them.
void draw_edited_ghost(const Ui& ui, const Lane& lane, const LaneRow& row, const TimeScale& scale, Rect bars,
                       std::span<const Gap> taken);

// One such frame.
void paint_edited(const Ui& ui, Rect box, Color color);

}  // namespace interleave::gui

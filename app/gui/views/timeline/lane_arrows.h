#pragma once

#include <optional>

#include "app/gui/views/timeline/lane_rows.h"

namespace interleave::gui {

// The row in sight that shows the span, or null; of that mode's run, where several are compared.
const LaneRow* row_showing(const std::vector<Lane>& lanes, const LaneRows& rows, const Span& span,
                           std::optional<Mode> compared);

// A vertical arrow at `x` from one bar to another, between their edges that face each other.
void draw_lane_arrow(const Ui& ui, const LaneRow& from, const LaneRow& to, float x, Rect bars);

}  // namespace interleave::gui

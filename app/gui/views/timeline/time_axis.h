#pragma once

#include "app/gui/model/picture/viewport.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The labels of the axis in `axis`, and its lines through `lanes`.
void draw_axis(const Ui& ui, Rect axis, Rect lanes, const TimeScale& scale);

// The edges of the selected stretch over both, and its length.
void draw_range(const Ui& ui, Rect axis, Rect lanes, const TimeScale& scale);

// The playhead over both, with its moment; dragging it or the axis moves it.
void draw_playhead(const Ui& ui, Rect axis, Rect lanes, const TimeScale& scale);

}  // namespace interleave::gui

#pragma once

#include "app/gui/model/picture/viewport.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The plate on the axis that says how long the selected stretch is; empty where none is in sight. Keeps off `taken`.
Rect range_plate(const Ui& ui, Rect axis, Rect taken, const TimeScale& scale);

// The stretch behind the bars, and its edges and plate over them.
void draw_range_ground(const Ui& ui, Rect lanes, const TimeScale& scale);
void draw_range_edges(const Ui& ui, Rect plate, Rect axis, Rect lanes, const TimeScale& scale);

// A drag across the lanes selects a stretch, one that begins at an edge moves that edge; a click beside all bars
// selects nothing. After everything else that a press on the lanes may take hold of.
void select_range_by_hand(const Ui& ui, Rect lanes, const TimeScale& scale);

}  // namespace interleave::gui

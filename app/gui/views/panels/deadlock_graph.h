#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// Whether the run that NOW tells of has deadlocked by the playhead: then its graph says more than what is where.
bool shows_deadlock_graph(const Ui& ui);

// The tasks that wait for each other as a ring of arrows, each with what it is for; below it those who wait without
// being part of it, as far as there is room. Returns what is left of the box: to its right, or nothing.
Rect draw_deadlock_graph(const Ui& ui, Rect box);

}  // namespace interleave::gui

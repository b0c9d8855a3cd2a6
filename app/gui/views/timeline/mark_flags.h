#pragma once

#include "app/gui/model/picture/viewport.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// 0 while there are no marks.
float mark_flags_height(const Ui& ui);

// A flag with its text at every marked moment in sight, and a line through the lanes below. A click goes there; on the
// mark at the playhead, it opens the text.
void draw_mark_flags(const Ui& ui, Rect row, Rect lanes, const TimeScale& scale);

}  // namespace interleave::gui

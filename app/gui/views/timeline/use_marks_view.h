#pragma once

#include "app/gui/model/picture/use_marks.h"
#include "app/gui/views/timeline/lane_rows.h"

namespace interleave::gui {

// On the upper edge of the tasks' bars: where they used what tasks share.
void draw_use_marks(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                    const TimeScale& scale);

// How far the marks at a task's end reach beyond it where the bar is so low that they stand over what is told behind
// it; else nothing.
float width_of_uses_at_end(const Ui& ui, const Timeline& timeline, TaskId task, Rect bar);

}  // namespace interleave::gui

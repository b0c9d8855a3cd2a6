#pragma once

#include <vector>

#include "app/gui/model/explain/directed_text.h"
#include "app/gui/model/picture/lanes.h"
#include "app/gui/views/timeline/lane_rows.h"

// Where the user is the scheduler: the steps that can come next. A click on one has its task take it.
namespace interleave::gui {

float next_step_width(const Ui& ui, const OfferedStep& step);
void draw_next_step(const Ui& ui, Rect box, TaskId task, const OfferedStep& step);

// Each behind its task's lane, as far as there is room.
void draw_next_steps(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                     const TimeScale& scale);

}  // namespace interleave::gui

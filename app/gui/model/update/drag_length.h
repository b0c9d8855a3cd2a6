#pragma once

#include "app/gui/model/state/app_state.h"

// What update() does while a bar's edge is dragged.
namespace interleave::gui {

// The length of a task's step, in seconds. Edits of one group are a drag: the picture keeps its scale until end_drag().
void set_step_duration(AppState& state, TaskId task, StepId step, double length, EditGroup group);
void end_drag(AppState& state);

}  // namespace interleave::gui

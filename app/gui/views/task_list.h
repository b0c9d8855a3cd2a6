#pragma once

#include "app/gui/views/ui.h"

namespace interleave::gui {

// What the scenario is about, and its tasks: colour, name, function, how long each would take alone.
// The height at which all tasks have room, and what is said of the scenario if it is to have any.
enum class Summary : std::uint8_t { left_out, shown };
float task_list_height(const Ui& ui, float width, Summary summary);

void draw_task_list(const Ui& ui, Rect box);

}  // namespace interleave::gui

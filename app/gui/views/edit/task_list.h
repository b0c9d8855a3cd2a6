#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The scenario as it can be edited: its tasks, or its settings; below, where there is room, what it is about.
void draw_task_list(const Ui& ui, Rect box);

// The height in which all of its tasks or settings are in sight, with or without what it is about.
enum class Summary : std::uint8_t { left_out, shown };
float task_list_height(const Ui& ui, float width, Summary summary);

}  // namespace interleave::gui

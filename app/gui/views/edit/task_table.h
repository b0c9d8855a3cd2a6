#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The tasks as a table: a row each, a column for each thing that can be changed about them. Scrolls where it must.
void draw_task_table(const Ui& ui, Rect box);

// The height at which it need not scroll.
float task_table_height(const Ui& ui);

}  // namespace interleave::gui

#pragma once

#include <string_view>

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// A panel that has nothing to show: its title, and a sentence that says why.
void draw_empty_panel(const Ui& ui, Rect box, Panel panel, std::string_view title, std::string_view why);

// How high it is at that width.
float empty_panel_height(const Ui& ui, float width, std::string_view why);

}  // namespace interleave::gui

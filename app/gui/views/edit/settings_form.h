#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The scenario's settings, a line each.
void draw_settings_form(const Ui& ui, Rect box);

float settings_form_height(const Ui& ui, float width);

}  // namespace interleave::gui

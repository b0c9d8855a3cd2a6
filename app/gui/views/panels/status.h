#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

inline constexpr float kStatusHeight = 40;

// The run's state as a word, and its figures.
void draw_status(const Ui& ui, Rect box);

}  // namespace interleave::gui

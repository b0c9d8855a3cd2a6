#pragma once

#include "app/gui/views/ui.h"

namespace interleave::gui {

// The height below which its parts would stand over each other.
float least_timeline_height(const Ui& ui, float width);

// The height at which every lane has the room that suits it.
float preferred_timeline_height(const Ui& ui, float width);

// The lanes of the run that is on the screen, their axis, playhead and legend.
void draw_timeline(const Ui& ui, Rect box);

}  // namespace interleave::gui

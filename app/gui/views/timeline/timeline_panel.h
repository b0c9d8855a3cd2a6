#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// The height below which it leaves out its legend, or its lanes would have no room.
float least_timeline_height(const Ui& ui, float width);

// The height at which every lane has the room that suits it.
float preferred_timeline_height(const Ui& ui, float width);

// The lanes of the run that is on the screen, their axis, playhead and legend.
void draw_timeline(const Ui& ui, Rect box);

}  // namespace interleave::gui

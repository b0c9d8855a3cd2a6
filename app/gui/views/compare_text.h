#pragma once

#include "app/gui/model/picture/lanes.h"
#include "app/gui/model/state/forecast.h"
#include "app/gui/views/ui.h"

namespace interleave::gui {

// Above the lanes of one of the compared modes: which it is, how long it takes, how it shares its workers. A click
// chooses the mode.
void draw_compare_heading(const Ui& ui, Rect box, const Lane& lane);

// The height that draw_verdict() takes off a box of that width.
float verdict_height(const Ui& ui, float width, const Forecast& forecast);

// Cuts a strip off the bottom of `rest` and says there what the comparison shows.
void draw_verdict(const Ui& ui, Rect& rest, const Forecast& forecast);

}  // namespace interleave::gui

#pragma once

#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// "Thread pool, max_workers 2, simulated".
std::string settings_text(const RunSettings& settings, ClockKind clock, bool computes);

// The timeline's name, how it is arranged, what it shows, a hint for beginners and the ways to look around.
void draw_timeline_header(const Ui& ui, Rect box);

}  // namespace interleave::gui

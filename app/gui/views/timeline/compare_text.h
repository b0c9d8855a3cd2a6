#pragma once

#include <string>
#include <vector>

#include "app/gui/model/picture/lanes.h"
#include "app/gui/model/state/forecast.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// Above the lanes of one of the compared modes: which it is, how long it takes, how it shares its workers. A click
// chooses the mode.
void draw_compare_heading(const Ui& ui, Rect box, const Lane& lane);

// What the comparison shows, and the height that it takes.
struct Verdict {
  std::string text;
  float height = 0;
};
// From all that can be said of it in a few lines of that width to the least.
std::vector<Verdict> verdicts(const Ui& ui, float width, const Forecast& forecast);

void draw_verdict(const Ui& ui, Rect box, const Verdict& verdict);

}  // namespace interleave::gui

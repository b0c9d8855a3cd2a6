#include "app/gui/views/panel.h"

#include <algorithm>

namespace interleave::gui {

void begin_panel(const Ui& ui, Panel panel, Rect box) {
  ui.canvas.drawn().panel = panel;
  ui.canvas.drawn().stops.push_back({panel, box});
}

void draw_panel_focus(const Ui& ui) {
  if (!ui.state.panel || ui.state.focused) return;
  for (const DrawnPanel& stop : ui.canvas.drawn().stops) {
    if (stop.panel == *ui.state.panel) ui.canvas.frame(stop.box.inset(2, 2), ui.theme.text, 2, ui.px(4));
  }
}

Offered offered_by(const Drawn& drawn) {
  const auto is_help = [](const DrawnPanel& stop) { return stop.panel == Panel::help; };
  const bool help = std::any_of(drawn.stops.begin(), drawn.stops.end(), is_help);
  Offered offered;
  for (const DrawnPanel& stop : drawn.stops) {
    if (help == is_help(stop)) offered.panels.push_back(stop.panel);
  }
  for (const DrawnControl& control : drawn.controls) {
    if (help == (control.panel == Panel::help)) offered.places.push_back({control.control, control.panel});
  }
  std::sort(offered.panels.begin(), offered.panels.end());
  std::stable_sort(offered.places.begin(), offered.places.end(),
                   [](const Offered::Place& a, const Offered::Place& b) { return a.panel < b.panel; });
  return offered;
}

}  // namespace interleave::gui

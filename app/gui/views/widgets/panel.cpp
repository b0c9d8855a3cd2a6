#include "app/gui/views/widgets/panel.h"

#include <algorithm>

namespace interleave::gui {

void begin_panel(const Ui& ui, Panel panel, Rect box) {
  ui.canvas.drawn().panel = panel;
  ui.canvas.drawn().stops.push_back({panel, box});
}

void offer(const Ui& ui, ActId act, Rect box) {
  ui.canvas.drawn().controls.push_back({act, box, true, ui.canvas.drawn().panel});
}

void draw_panel_focus(const Ui& ui) {
  if (!ui.state.focused_panel || ui.state.focused) return;
  for (const DrawnPanel& stop : ui.canvas.drawn().stops) {
    if (stop.panel == *ui.state.focused_panel) ui.canvas.frame(stop.box.inset(2, 2), ui.theme.text, 2, ui.px(4));
  }
}

Offered offered_by(const Drawn& drawn) {
  const auto on_top = [](Panel panel) { return panel == Panel::help || panel == Panel::dialog; };
  const bool covered =
      std::any_of(drawn.stops.begin(), drawn.stops.end(), [&](const DrawnPanel& stop) { return on_top(stop.panel); });
  Offered offered;
  for (const DrawnPanel& stop : drawn.stops) {
    if (covered == on_top(stop.panel)) offered.panels.push_back(stop.panel);
  }
  for (const DrawnControl& control : drawn.controls) {
    if (covered == on_top(control.panel)) offered.places.push_back({control.act, control.panel});
  }
  std::sort(offered.panels.begin(), offered.panels.end());
  std::stable_sort(offered.places.begin(), offered.places.end(),
                   [](const Offered::Place& a, const Offered::Place& b) { return a.panel < b.panel; });
  return offered;
}

}  // namespace interleave::gui

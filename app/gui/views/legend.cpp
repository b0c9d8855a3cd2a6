#include "app/gui/views/legend.h"

#include <cmath>

#include "app/gui/views/bar_paint.h"

namespace interleave::gui {

namespace {

constexpr float kLegendSample = 26;
constexpr float kLegendSampleHeight = 14;
constexpr float kLegendGap = 6;
constexpr float kLegendApart = 16;
constexpr float kLegendRow = 26;

float entry_width(const Ui& ui, Look look) {
  return ui.px(kLegendSample + kLegendGap) + ui.canvas.text_width(name(look), Style::small);
}

void draw_sample(const Ui& ui, Rect box, Look look) {
  const BarColors colors = neutral_colors(ui.theme);
  if (look == Look::future) return paint_future(ui, box, Look::waiting_held, colors);
  if (look == Look::simulated) {
    const float top = std::round(box.center().y - ui.px(kSimulatedStrip) / 2);
    return paint_bar(ui, {box.left, top, box.right, top + ui.px(kSimulatedStrip)}, box.left, look, colors);
  }
  if (look != Look::folded) return paint_bar(ui, box, box.left, look, colors);
  for (float share : {0.2F, 0.5F, 0.8F}) {
    const float x = std::round(box.left + box.width() * share);
    ui.canvas.fill({x, box.top, x + std::max(1.0F, ui.px(1)), box.bottom}, colors.line);
  }
}

void draw_entry(const Ui& ui, Rect box, Look look) {
  Rect sample = box.cut_left(ui.px(kLegendSample));
  const float top = std::round(sample.center().y - ui.px(kLegendSampleHeight) / 2);
  draw_sample(ui, {sample.left, top, sample.right, top + ui.px(kLegendSampleHeight)}, look);
  box.cut_left(ui.px(kLegendGap));
  ui.canvas.text(box, name(look), Style::small, ui.theme.text);
}

// A real run's lanes have the simulation's strip below their bars.
bool shows_simulated(const AppState& state) {
  return comparison(state) == nullptr && state.run.record->info().clock == ClockKind::real_time;
}

// Calls `at(look, box)` for each entry, row by row; returns the height.
template <class At>
float for_each_entry(const Ui& ui, Rect area, At at) {
  float x = area.left;
  float y = area.top;
  for (Look look : kLooks) {
    if (look == Look::simulated && !shows_simulated(ui.state)) continue;
    const float width = entry_width(ui, look);
    if (x > area.left && x + width > area.right) {
      x = area.left;
      y += ui.px(kLegendRow);
    }
    at(look, Rect{x, y, x + width + 1, y + ui.px(kLegendRow)});
    x += width + ui.px(kLegendApart);
  }
  return y + ui.px(kLegendRow) - area.top;
}

}  // namespace

float legend_height(const Ui& ui, float width) {
  return for_each_entry(ui, {0, 0, width, 0}, [](Look, Rect) {});
}

void draw_legend(const Ui& ui, Rect box) {
  std::optional<Look> pointed;
  for_each_entry(ui, box, [&](Look look, Rect entry) {
    draw_entry(ui, entry, look);
    if (!ui.pointer.over(entry) || ui.memory.grab != Grab::none) return;
    pointed = look;
    ui.tooltip = Tooltip{std::string(name(look)), {std::string(explanation(look))}};
  });
  ui.memory.pointed_look = pointed;
}

}  // namespace interleave::gui

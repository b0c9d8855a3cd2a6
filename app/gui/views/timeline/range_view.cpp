#include "app/gui/views/timeline/range_view.h"

#include <algorithm>
#include <cmath>

#include "app/gui/model/explain/shown_events.h"
#include "app/gui/model/picture/time_text.h"

namespace interleave::gui {

namespace {

constexpr float kDragBegins = 4;      // pixels: what is shorter is a click
constexpr float kRangeViewReach = 7;  // how near an edge snaps, and can be taken

// The stretch as far as the scale shows it.
Rect box_of(const Ui& ui, Rect within, const TimeScale& scale) {
  if (!ui.state.selected_range) return {};
  const auto left = static_cast<float>(scale.x(ui.state.selected_range->begin()));
  const auto right = static_cast<float>(scale.x(ui.state.selected_range->end()));
  if (right < within.left || left > within.right) return {};
  return {std::max(left, within.left), within.top, std::min(std::max(right, left + 1), within.right), within.bottom};
}

std::string length_text(const SelectedRange& range) { return time_text(seconds(range.end() - range.begin())); }

// Where a drag that begins at that pixel has its fixed end.
Time anchor_at(const Ui& ui, float x, const TimeScale& scale, Duration reach) {
  if (const auto& range = ui.state.selected_range) {
    if (std::abs(x - static_cast<float>(scale.x(range->begin()))) <= ui.px(kRangeViewReach)) return range->end();
    if (std::abs(x - static_cast<float>(scale.x(range->end()))) <= ui.px(kRangeViewReach)) return range->begin();
  }
  return snapped(ui.state, moment_at(scale.time(double{x})), reach);
}

bool wishes_for_span(const Ui& ui) {
  return std::any_of(ui.wishes.begin(), ui.wishes.end(),
                     [](const Command& wish) { return wish.as<command::SelectSpan>() != nullptr; });
}

}  // namespace

Rect range_plate(const Ui& ui, Rect axis, Rect taken, const TimeScale& scale) {
  const Rect box = box_of(ui, axis, scale);
  if (box.empty()) return {};
  const float width = ui.canvas.text_width(length_text(*ui.state.selected_range), Style::strong) + 2 * ui.px(8);
  const auto at = [&](float left) { return Rect{left, axis.top + ui.px(3), left + width, axis.bottom - ui.px(3)}; };
  const float centred = std::clamp(box.center().x - width / 2, axis.left, std::max(axis.left, axis.right - width));
  if (!overlap(at(centred).inset(-ui.px(4), 0), taken)) return at(centred);
  const float left_of = taken.left - ui.px(4) - width;
  const float right_of = taken.right + ui.px(4);
  const bool fits_right = right_of + width <= axis.right;
  return at(left_of >= axis.left && (box.center().x < taken.center().x || !fits_right) ? left_of : right_of);
}

void draw_range_ground(const Ui& ui, Rect lanes, const TimeScale& scale) {
  const Rect box = box_of(ui, lanes, scale);
  const float strength = ui.theme.light ? 0.12F : 0.22F;
  if (!box.empty()) ui.canvas.fill(box, mix(ui.theme.ground, ui.theme.accent, strength));
}

void draw_range_edges(const Ui& ui, Rect plate, Rect axis, Rect lanes, const TimeScale& scale) {
  const Rect box = box_of(ui, lanes, scale);
  if (box.empty()) return;
  const float width = std::max(1.0F, ui.px(2));
  const Color line = with_contrast(ui.theme.accent, ui.theme.ground, 4);
  for (const Time edge : {ui.state.selected_range->begin(), ui.state.selected_range->end()}) {
    const auto x = std::round(static_cast<float>(scale.x(edge)));
    if (x >= lanes.left && x <= lanes.right)
      ui.canvas.fill({x - width / 2, axis.bottom, x + width / 2, box.bottom}, line);
  }
  ui.canvas.fill({box.left, axis.bottom - width, box.right, axis.bottom}, line);
  ui.canvas.fill(plate, ui.theme.accent, ui.px(4));
  ui.canvas.text(plate, length_text(*ui.state.selected_range), Style::strong, ui.theme.on_accent, Align::center);
}

void select_range_by_hand(const Ui& ui, Rect lanes, const TimeScale& scale) {
  const Pointer& pointer = ui.pointer;
  const auto reach =
      Duration{static_cast<Duration::rep>(double{ui.px(kRangeViewReach)} * scale.seconds_per_pixel() * 1e9)};
  const bool began_here = pointer.down && lanes.contains(pointer.press_at) && !pointer.shift;
  if (ui.memory.grab == Grab::none && began_here && !pointer.pressed &&
      std::abs(pointer.at.x - pointer.press_at.x) >= ui.px(kDragBegins)) {
    ui.memory.grab = Grab::range;
    ui.memory.range_anchor = anchor_at(ui, pointer.press_at.x, scale, reach);
  }
  if (ui.memory.grab == Grab::range) {
    const float x = std::clamp(pointer.at.x, lanes.left, lanes.right);
    ui.wish(command::SelectRange{ui.memory.range_anchor, snapped(ui.state, moment_at(scale.time(double{x})), reach)});
    return;
  }
  const bool beside_bars = pointer.clicked(lanes) && ui.memory.grab == Grab::none && !wishes_for_span(ui);
  if (beside_bars) ui.wish(command::ClearSelection{});
}

}  // namespace interleave::gui

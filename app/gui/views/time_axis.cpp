#include "app/gui/views/time_axis.h"

#include <algorithm>
#include <cmath>

#include "app/gui/model/picture/time_text.h"
#include "app/gui/views/range_view.h"

namespace interleave::gui {

namespace {

constexpr float kLabelsApart = 110;

Rect playhead_plate(const Ui& ui, Rect axis, const TimeScale& scale) {
  const std::string text = moment_text(seconds(ui.state.playhead), scale.seconds_per_pixel());
  const float width = ui.canvas.text_width(text, Style::strong) + 2 * ui.px(8);
  const float x = static_cast<float>(scale.x(ui.state.playhead));
  const float left = std::clamp(x - width / 2, axis.left - ui.px(6), std::max(axis.left, axis.right - width));
  return {left, axis.top + ui.px(3), left + width, axis.bottom - ui.px(3)};
}

// In a panel that somebody made as low as that, times would stand over each other.
bool has_room_for_times(const Ui& ui, Rect axis) { return axis.height() >= ui.canvas.text_height(Style::strong); }

bool in_sight(const Ui& ui, const TimeScale& scale) {
  const double x = scale.x(ui.state.playhead);
  return x >= double{scale.left()} - 1 && x <= double{scale.right()} + 1;
}

Rect shown_range_plate(const Ui& ui, Rect axis, const TimeScale& scale) {
  const Rect taken = in_sight(ui, scale) ? playhead_plate(ui, axis, scale) : Rect{};
  return range_plate(ui, axis, taken, scale);
}

void scrub(const Ui& ui, Rect axis, Rect lanes, const TimeScale& scale) {
  const float x = static_cast<float>(scale.x(ui.state.playhead));
  const float reach = ui.px(5);
  const Rect line{x - reach, lanes.top, x + reach, lanes.bottom};
  const bool on_it = ui.pointer.over(axis) || (ui.pointer.over(line) && in_sight(ui, scale));
  const bool free = ui.memory.grab == Grab::none;  // the selected bar's end goes before what stands at it
  if (free && ui.pointer.pressed && on_it && !ui.pointer.shift) ui.memory.grab = Grab::playhead;
  if (ui.memory.grab == Grab::playhead) {
    ui.wish(command::MovePlayhead{moment_at(scale.time(double{ui.pointer.at.x}))});
  } else if (ui.pointer.over(axis)) {
    ui.explain("Drag to move the playhead");
  }
}

}  // namespace

void draw_axis(const Ui& ui, Rect axis, Rect lanes, const TimeScale& scale) {
  const Rect plate = playhead_plate(ui, axis, scale);
  const Rect range = shown_range_plate(ui, axis, scale);
  for (const Tick& tick : axis_ticks(scale, ui.px(kLabelsApart))) {
    const float x = std::round(static_cast<float>(scale.x(tick.time)));
    ui.canvas.fill({x, axis.bottom - ui.px(4), x + 1, lanes.bottom}, ui.theme.grid);
    const float width = ui.canvas.text_width(tick.label, Style::small);
    const Rect label{x - width / 2, axis.top, x + width / 2 + 1, axis.bottom};
    const bool hidden = !has_room_for_times(ui, axis) || (in_sight(ui, scale) && overlap(label.inset(-4, 0), plate));
    if (hidden || overlap(label.inset(-4, 0), range) || label.right > axis.right + ui.px(8)) continue;
    ui.canvas.text(label, tick.label, Style::small, ui.theme.quiet_text, Align::center);
  }
  ui.canvas.fill({axis.left, axis.bottom - 1, axis.right, axis.bottom}, ui.theme.line);
}

void draw_range(const Ui& ui, Rect axis, Rect lanes, const TimeScale& scale) {
  draw_range_edges(ui, shown_range_plate(ui, axis, scale), axis, lanes, scale);
}

void draw_playhead(const Ui& ui, Rect axis, Rect lanes, const TimeScale& scale) {
  const float x = std::round(static_cast<float>(scale.x(ui.state.playhead)));
  ui.canvas.drawn().playhead_x = x;
  scrub(ui, axis, lanes, scale);
  if (!in_sight(ui, scale)) return;
  const float width = std::max(1.0F, ui.px(2));
  // Left of its moment, so that what happens in it is not hidden.
  ui.canvas.fill({x - width, axis.bottom - ui.px(4), x, lanes.bottom}, ui.theme.playhead);
  if (!has_room_for_times(ui, axis)) return;
  const Rect plate = playhead_plate(ui, axis, scale);
  ui.canvas.fill(plate, ui.theme.playhead, ui.px(4));
  ui.canvas.text(plate, moment_text(seconds(ui.state.playhead), scale.seconds_per_pixel()), Style::strong,
                 ui.theme.on_playhead, Align::center);
}

}  // namespace interleave::gui

#include "app/gui/views/time_axis.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "app/gui/model/picture/time_text.h"
#include "app/gui/views/range_view.h"

namespace interleave::gui {

namespace {

constexpr float kLabelsApart = 110;
constexpr float kBesideLabel = 4;

Rect label_box(const Ui& ui, Rect axis, const Tick& tick, const TimeScale& scale) {
  const float x = std::round(static_cast<float>(scale.x(tick.time)));
  const float width = ui.canvas.text_width(tick.label, Style::small);
  return {x - width / 2, axis.top, x + width / 2 + 1, axis.bottom};
}

// A label of the axis that the plate stands over although it tells another time.
std::optional<Rect> covered_label(const Ui& ui, Rect axis, Rect plate, const TimeScale& scale) {
  const double playhead = seconds(ui.state.playhead);
  for (const Tick& tick : axis_ticks(scale, ui.px(kLabelsApart))) {
    if (std::abs(tick.time - playhead) < scale.seconds_per_pixel()) continue;
    const Rect label = label_box(ui, axis, tick, scale);
    if (overlap(label.inset(-kBesideLabel, 0), plate)) return label;
  }
  return std::nullopt;
}

// Over the playhead's line; beside it, where it would take a label of the axis. While it moves it stays where it is.
Rect playhead_plate(const Ui& ui, Rect axis, const TimeScale& scale) {
  const std::string text = moment_text(seconds(ui.state.playhead), scale.seconds_per_pixel());
  const float width = ui.canvas.text_width(text, Style::strong) + 2 * ui.px(8);
  const float x = static_cast<float>(scale.x(ui.state.playhead));
  const float most = std::max(axis.left, axis.right - width);
  const auto at = [&](float left) {
    left = std::clamp(left, axis.left - ui.px(6), most);
    return Rect{left, axis.top + ui.px(3), left + width, axis.bottom - ui.px(3)};
  };
  const Rect centred = at(x - width / 2);
  if (ui.state.playing) return centred;
  const auto label = covered_label(ui, axis, centred, scale);
  if (!label) return centred;
  const bool is_left = label->center().x < x;
  const Rect aside = at(is_left ? label->right + kBesideLabel : label->left - kBesideLabel - width);
  const bool holds_on = aside.left <= x + 1 && aside.right >= x - 1;
  return holds_on && !covered_label(ui, axis, aside, scale) ? aside : centred;
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
    const Rect label = label_box(ui, axis, tick, scale);
    const bool hidden =
        !has_room_for_times(ui, axis) || (in_sight(ui, scale) && overlap(label.inset(-kBesideLabel, 0), plate));
    if (hidden || overlap(label.inset(-kBesideLabel, 0), range) || label.right > axis.right + ui.px(8)) continue;
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

#include "app/gui/views/timeline/time_axis.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/views/timeline/range_view.h"

namespace interleave::gui {

namespace {

constexpr float kLabelsApart = 110;
constexpr float kLabelsClose = 64;
constexpr float kBetweenLabels = 14;
constexpr std::size_t kFewLabels = 4;
constexpr float kBesideLabel = 4;

// A time that the axis is labelled with: at equal distances, and the end of what is shown.
struct AxisLabel {
  Tick tick;
  bool is_end = false;
};

Rect label_box(const Ui& ui, Rect axis, const AxisLabel& label, const TimeScale& scale) {
  const float x = std::round(static_cast<float>(scale.x(label.tick.time)));
  const float width = ui.canvas.text_width(label.tick.label, Style::small);
  const float left = label.is_end ? std::min(x - width / 2, axis.right - width) : x - width / 2;
  return {left, axis.top, left + width + 1, axis.bottom};
}

// Some distance apart; closer where otherwise there were hardly any, as with the large text of a hall.
std::vector<Tick> ticks_at_equal_distances(const Ui& ui, Rect axis, const TimeScale& scale) {
  std::vector<Tick> ticks = axis_ticks(scale, ui.px(kLabelsApart));
  if (ticks.size() >= kFewLabels) return ticks;
  const std::vector<Tick> closer = axis_ticks(scale, ui.px(kLabelsClose));
  for (std::size_t i = 1; i < closer.size(); ++i) {
    const Rect before = label_box(ui, axis, {closer[i - 1]}, scale);
    if (label_box(ui, axis, {closer[i]}, scale).left < before.right + ui.px(kBetweenLabels)) return ticks;
  }
  return closer;
}

std::vector<AxisLabel> labels_of(const Ui& ui, Rect axis, const TimeScale& scale) {
  std::vector<AxisLabel> labels;
  for (const Tick& tick : ticks_at_equal_distances(ui, axis, scale)) labels.push_back({tick});
  const double end = seconds(playable_end(ui.state));
  const bool is_told = !ui.state.future_hidden || end <= seconds(ui.state.playhead);
  if (!is_told || end <= 0 || end < scale.range().begin || end > scale.range().end) return labels;
  const AxisLabel last{{end, "end " + time_text(end)}, true};
  const Rect place = label_box(ui, axis, last, scale).inset(-ui.px(kBetweenLabels) / 2, 0);
  // What stands in its way are labels of the same time, or of one nearby; beyond it there is nothing to tell.
  std::erase_if(labels, [&](const AxisLabel& label) {
    return label.tick.time > end || overlap(label_box(ui, axis, label, scale), place);
  });
  labels.push_back(last);
  return labels;
}

// A label of the axis that the plate stands over although it tells another time. The end gives way to it.
std::optional<Rect> covered_label(const Ui& ui, Rect axis, Rect plate, const TimeScale& scale) {
  const double playhead = seconds(ui.state.playhead);
  for (const AxisLabel& label : labels_of(ui, axis, scale)) {
    if (label.is_end || std::abs(label.tick.time - playhead) < scale.seconds_per_pixel()) continue;
    const Rect box = label_box(ui, axis, label, scale);
    if (overlap(box.inset(-kBesideLabel, 0), plate)) return box;
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
  if (ui.state.answer_first) return;
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
  for (const Tick& tick : ticks_at_equal_distances(ui, axis, scale)) {
    const float x = std::round(static_cast<float>(scale.x(tick.time)));
    ui.canvas.fill({x, axis.bottom - ui.px(4), x + 1, lanes.bottom}, ui.theme.grid);
  }
  for (const AxisLabel& label : labels_of(ui, axis, scale)) {
    const float x = std::round(static_cast<float>(scale.x(label.tick.time)));
    if (label.is_end) ui.canvas.fill({x, axis.bottom - ui.px(6), x + 1, lanes.bottom}, ui.theme.line);
    const Rect box = label_box(ui, axis, label, scale);
    const bool hidden =
        !has_room_for_times(ui, axis) || (in_sight(ui, scale) && overlap(box.inset(-kBesideLabel, 0), plate));
    if (hidden || overlap(box.inset(-kBesideLabel, 0), range) || box.right > axis.right + ui.px(8)) continue;
    ui.canvas.text(box, label.tick.label, Style::small, label.is_end ? ui.theme.text : ui.theme.quiet_text,
                   Align::center);
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

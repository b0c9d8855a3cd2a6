#include "app/gui/views/timeline/minimap_strip.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/views/timeline/bar_paint.h"

namespace interleave::gui {

namespace {

constexpr float kStrip = 24;
constexpr float kLowestLine = 3;
constexpr float kHighestLine = 7;
constexpr float kEdge = 5;        // how near the frame's edges can be taken
constexpr float kLeastFrame = 4;  // pixels that the frame takes at least, however short its time

// How strong the lines of each kind are, by SpanKind.
constexpr std::array<float, kSpanKinds> kMiniStrengths = {1, 0.75F, 0.75F, 0.35F, 0.35F, 0.35F};

Color color_of(const Ui& ui, const MiniBar& bar) {
  const Color line = bar.task == TaskId::none ? ui.theme.neutral : task_line_color(ui.theme, index(bar.task));
  const auto kind = kind_of(bar.look);
  const float share = kind ? kMiniStrengths.at(static_cast<std::size_t>(*kind)) : 1.0F;
  return mix(ui.theme.ground, line, (bar.future ? share * 0.5F : share) * bar.share);
}

Time known_until(const Ui& ui, const Lane& lane) {
  return lane.compared ? lane.timeline->horizon() : recorded_until(ui.state);
}

void draw_lines(const Ui& ui, Rect box, const std::vector<Lane>& lanes, const TimeScale& scale) {
  const float room = box.height() / static_cast<float>(lanes.size());
  const float line = std::clamp(std::floor(room) - 1, 2.0F, ui.px(kHighestLine));
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    const float top = std::round(box.top + room * static_cast<float>(i) + (room - line) / 2);
    for (const MiniBar& bar : mini_bars(lanes[i], scale, happened_until(ui.state), known_until(ui, lanes[i]))) {
      if (bar.future && ui.state.future_hidden) continue;
      ui.canvas.fill({bar.left, top, std::max(bar.right, bar.left + 1), top + line}, color_of(ui, bar));
    }
  }
}

void draw_columns(const Ui& ui, Rect box, const std::vector<MiniColumn>& columns) {
  for (const MiniColumn& column : columns) {
    float bottom = box.bottom;
    const auto part = [&](float share, float strength) {
      const float height = box.height() * share;
      if (height > 0) {
        ui.canvas.fill({column.left, bottom - std::max(1.0F, height), column.right, bottom},
                       mix(ui.theme.ground, ui.theme.neutral, strength));
      }
      bottom -= height;
    };
    part(column.running, 1);
    part(column.waiting, 0.65F);
    part(column.queued, 0.35F);
  }
}

// One line of columns for each run on the screen.
void draw_runs(const Ui& ui, Rect box, const TimeScale& scale) {
  const auto runs = shown_runs(ui.state);
  const float height = box.height() / static_cast<float>(runs.size());
  ui.memory.mini_columns.resize(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Rect line = box.cut_top(height);
    draw_columns(ui, {line.left, line.top, line.right, runs.size() > 1 ? line.bottom - 1 : line.bottom},
                 ui.memory.mini_columns[i].of(runs[i], scale));
  }
}

// Where the marks and the selected stretch are, also while they are out of sight.
void draw_places(const Ui& ui, Rect strip, const TimeScale& scale) {
  if (const auto& range = ui.state.selected_range) {
    const auto left = static_cast<float>(scale.x(range->begin()));
    const auto right = std::max(static_cast<float>(scale.x(range->end())), left + ui.px(2));
    ui.canvas.fill({left, strip.bottom - ui.px(3), right, strip.bottom}, ui.theme.accent);
  }
  for (const Mark& mark : ui.state.marks.all) {
    const auto x = std::round(static_cast<float>(scale.x(mark.time)));
    ui.canvas.fill({x, strip.top, x + 1, strip.bottom}, warning_color(ui.theme));
  }
}

// What of the run's time the frame spans, as far as the strip shows it.
Rect frame_of(const Ui& ui, Rect strip, const TimeScale& scale) {
  const TimeRange range = ui.state.viewport.range();
  const float least = ui.px(kLeastFrame);
  const float left = std::clamp(static_cast<float>(scale.x(range.begin)), strip.left, strip.right - least);
  const float right = std::clamp(static_cast<float>(scale.x(range.end)), left + least, strip.right);
  return {std::round(left), strip.top, std::round(right), strip.bottom};
}

FramePart part_at(const Ui& ui, Rect frame) {
  const float x = ui.pointer.at.x;
  const float reach = std::min(ui.px(kEdge), frame.width() / 4);
  if (std::abs(x - frame.left) <= reach) return FramePart::left_edge;
  if (std::abs(x - frame.right) <= reach) return FramePart::right_edge;
  return x > frame.left && x < frame.right ? FramePart::middle : FramePart::none;
}

// A press beside the frame takes its middle there first.
void take(const Ui& ui, FramePart part, double time) {
  const TimeRange range = ui.state.viewport.range();
  ui.memory.grab = Grab::minimap;
  ui.memory.frame_part = part == FramePart::none ? FramePart::middle : part;
  ui.memory.frame_grip = part == FramePart::none ? range.length() / 2 : time - range.begin;
  if (part == FramePart::none) ui.wish(command::ShowRange{dragged(range, FramePart::middle, time, range.length() / 2)});
}

void react(const Ui& ui, Rect strip, Rect frame, const TimeScale& scale) {
  const Rect target = strip.inset(-ui.px(kEdge), 0);
  const double time = scale.time(double{ui.pointer.at.x});
  if (ui.memory.grab == Grab::minimap) {
    if (ui.pointer.moved.x == 0) return;
    ui.wish(command::ShowRange{dragged(ui.state.viewport.range(), ui.memory.frame_part, time, ui.memory.frame_grip)});
    return;
  }
  if (!ui.pointer.over(target) || ui.memory.grab != Grab::none) return;
  const FramePart part = part_at(ui, frame);
  if (ui.pointer.pressed) return take(ui, part, time);
  ui.explain("The whole run.  Drag the frame or its edges, or click where to look");
}

}  // namespace

float minimap_height(const Ui& ui) { return ui.px(kStrip); }

void draw_minimap_name(const Ui& ui, Rect box) {
  constexpr std::string_view kName = "whole run";
  if (ui.canvas.text_width(kName, Style::small) > box.width()) return;
  ui.canvas.text(box, kName, Style::small, ui.theme.quiet_text);
}

void draw_minimap(const Ui& ui, Rect strip, const std::vector<Lane>& lanes) {
  const TimeScale scale(ui.state.viewport.whole(), strip.left, strip.right);
  const Rect inner = strip.inset(0, ui.px(2));
  const bool all_have_a_line = static_cast<float>(lanes.size()) * ui.px(kLowestLine) <= inner.height();
  if (all_have_a_line && !lanes.empty())
    draw_lines(ui, inner, lanes, scale);
  else
    draw_runs(ui, inner, scale);

  const Rect frame = frame_of(ui, strip, scale);
  const Color veil{ui.theme.ground.r, ui.theme.ground.g, ui.theme.ground.b, 0.6F};
  ui.canvas.fill({strip.left, strip.top, frame.left, strip.bottom}, veil);
  ui.canvas.fill({frame.right, strip.top, strip.right, strip.bottom}, veil);
  draw_places(ui, strip, scale);
  const auto playhead = std::round(static_cast<float>(scale.x(ui.state.playhead)));
  ui.canvas.fill({playhead - 1, strip.top, playhead, strip.bottom}, ui.theme.playhead);
  react(ui, strip, frame, scale);
  const bool lit = ui.memory.grab == Grab::minimap || (ui.pointer.over(strip) && ui.memory.grab == Grab::none);
  // What shows everything needs no frame, until somebody wants to take hold of it.
  if (lit || !ui.state.viewport.fitted()) {
    ui.canvas.frame(frame, lit ? ui.theme.text : ui.theme.quiet_text, 1, ui.px(3));
  }
  ui.canvas.drawn().minimap = strip;
  ui.canvas.drawn().window_frame = frame;
}

}  // namespace interleave::gui

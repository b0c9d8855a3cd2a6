#include "app/gui/views/timeline/next_steps_view.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kStepMargin = 8;  // around what a step does
constexpr float kStepsApart = 10;
constexpr float kHighestStep = 28;
constexpr float kLeastStep = 30;  // no word can be read on less

}  // namespace

float next_step_width(const Ui& ui, const OfferedStep& step) {
  return ui.canvas.text_width(step.text, Style::body) + ui.px(2 * kStepMargin) + 1;
}

void draw_next_step(const Ui& ui, Rect box, TaskId task, const OfferedStep& step) {
  const Directed& directed = *ui.state.directed;
  const std::size_t position = index(task);
  const bool hovered = ui.pointer.over(box) && ui.memory.grab == Grab::none;
  const bool is_planned = !directed.planned.empty() && directed.planned.front().task == task;
  ui.canvas.fill(box, hovered ? ui.theme.hover : ui.theme.raised, ui.px(5));
  ui.canvas.frame(box, task_line_color(ui.theme, position), is_planned ? 3.0F : 2.0F, ui.px(5));
  const bool is_low = box.height() < ui.canvas.text_height(Style::body) + ui.px(4);
  ui.canvas.text(box, step.text, is_low ? Style::caption : Style::body, ui.theme.text, Align::center);
  if (hovered) {
    const std::string key = position < 9 ? fmt::format("  Key: Shift+{}", position + 1) : "";
    ui.explain(fmt::format("Let {} take this step.{}", directed.now().timeline->tasks()[position].name, key));
  }
  if (ui.pointer.clicked(box)) ui.wish(command::TakeSteps{step.token});
}

void draw_next_steps(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                     const TimeScale& scale) {
  if (!ui.state.directed) return;
  ui.canvas.clip(bars);
  const auto end = static_cast<float>(scale.x(ui.state.run.record->horizon()));
  for (const LaneRow& row : rows.visible) {
    const Lane& lane = lanes[row.lane];
    if (lane.kind != LaneKind::task || lane.compared) continue;
    const float height = std::min(ui.px(kHighestStep), row.box.height() - 2);
    const float top = std::round(row.box.center().y - height / 2);
    Rect room{end + ui.px(kStepsApart), top, bars.right, top + height};
    for (const OfferedStep& step : steps_of(ui.state.directed->now(), task_id(lane.track))) {
      if (room.width() < ui.px(kLeastStep) || height < ui.canvas.text_height(Style::body)) break;
      draw_next_step(ui, room.cut_left(std::min(next_step_width(ui, step), room.width())), task_id(lane.track), step);
      room.cut_left(ui.px(kStepsApart));
    }
  }
  ui.canvas.end_clip();
}

}  // namespace interleave::gui

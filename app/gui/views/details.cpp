#include "app/gui/views/details.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/time_text.h"
#include "app/gui/views/bar_paint.h"
#include "app/gui/views/range_figures.h"
#include "app/gui/views/span_tooltip.h"
#include "app/gui/views/widgets.h"
#include "core/timeline/moment.h"

namespace interleave::gui {

namespace {

constexpr float kMargin = 16;
constexpr float kHeader = 36;
constexpr float kRow = 26;

std::string doing_text(const Ui& ui, const Span& span) {
  const bool in_its_step = span.state == State::running || span.state == State::waiting;
  const std::string why = in_its_step ? ui.state.steps->label(span) : std::string(cause_text(span));
  return fmt::format("{}: {}", name(look_of(span)), why);
}

std::string standing_text(const Ui& ui, const Position& position, const TaskTrack& track) {
  switch (position.kind) {
    case Position::Kind::not_submitted:
      return "not submitted yet";
    case Position::Kind::in_span:
      return doing_text(ui, *position.span);
    case Position::Kind::between_steps:
      return "between two steps";
    case Position::Kind::ended:
      return track.finished ? "ended at " + time_text(*track.finished) : "ended";
  }
  return {};
}

void draw_task(const Ui& ui, Rect row, TaskId task, const Position& position, float name_width) {
  const TaskTrack& track = ui.state.run.record->tasks()[index(task)];
  const float height = ui.px(14);
  Rect sample = row.cut_left(ui.px(30));
  const float top = std::round(sample.center().y - height / 2);
  sample = {sample.left, top, sample.right, top + height};
  if (position.kind == Position::Kind::in_span) {
    paint_bar(ui, sample, sample.left, look_of(*position.span), colors_of_task(ui.theme, task));
  } else if (position.kind == Position::Kind::ended && track.outcome) {
    draw_end_mark(ui.canvas, *track.outcome, sample, ui.theme.text);
  }
  row.cut_left(ui.px(10));
  ui.canvas.text(row.cut_left(name_width), track.name, Style::body, ui.theme.text);
  row.cut_left(ui.px(12));
  ui.canvas.text(row, standing_text(ui, position, track), Style::body, ui.theme.text);
}

// Of more tasks than there is room for, those that are in the middle of something come first.
std::vector<std::size_t> worth_showing(const Moment& moment, std::size_t tasks, std::size_t room) {
  constexpr std::size_t kLookedAt = 2000;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < std::min(tasks, kLookedAt); ++i) order.push_back(i);
  if (order.size() <= room) return order;
  std::stable_partition(order.begin(), order.end(),
                        [&](std::size_t i) { return moment.position(task_id(i)).kind == Position::Kind::in_span; });
  return order;
}

void draw_moment(const Ui& ui, Rect box) {
  const Timeline& timeline = *ui.state.run.record;
  const Moment moment(timeline, happened_until(ui.state));
  const std::size_t tasks = timeline.tasks().size();
  const auto room = static_cast<std::size_t>(std::max(1.0F, std::floor(box.height() / ui.px(kRow))));
  const auto order = worth_showing(moment, tasks, room);
  const std::size_t shown = tasks <= room ? tasks : room - 1;
  float name_width = 0;
  for (std::size_t i = 0; i < std::min(shown, order.size()); ++i) {
    name_width = std::max(name_width, ui.canvas.text_width(timeline.tasks()[order[i]].name, Style::body));
  }
  name_width = std::min(name_width + 1, box.width() * 0.35F);
  for (std::size_t i = 0; i < std::min(shown, order.size()); ++i) {
    const TaskId task = task_id(order[i]);
    draw_task(ui, box.cut_top(ui.px(kRow)), task, moment.position(task), name_width);
  }
  if (shown < tasks) {
    ui.canvas.text(box.cut_top(ui.px(kRow)), fmt::format("and {} more tasks", tasks - shown), Style::body,
                   ui.theme.quiet_text);
  }
}

void draw_facts(const Ui& ui, Rect box, const Span& span) {
  const auto facts = facts_of(ui, span);
  float names = 0;
  for (const Fact& fact : facts) names = std::max(names, ui.canvas.text_width(fact.name, Style::body));
  for (const Fact& fact : facts) {
    if (box.height() < ui.px(20)) break;
    Rect row = box.cut_top(ui.px(24));
    ui.canvas.text(row.cut_left(names + ui.px(16)), fact.name, Style::body, ui.theme.quiet_text);
    ui.canvas.text(row, fact.value, Style::body, ui.theme.text);
  }
}

}  // namespace

float details_height(const Ui& ui) {
  const auto tasks = static_cast<float>(ui.state.run.record->tasks().size());
  return ui.px(kHeader + 8) + tasks * ui.px(kRow);
}

void draw_details(const Ui& ui, Rect box) {
  ui.canvas.drawn().panels.push_back(box);
  box = box.inset(ui.px(kMargin), 0);
  const Rect header = box.cut_top(ui.px(kHeader));
  box.bottom -= ui.px(8);
  if (ui.state.selected_range) return draw_range_figures(ui, header, box);
  if (const Span* span = selected_span(ui.state)) {
    const std::string& task = ui.state.run.record->tasks()[index(span->task)].name;
    heading(ui, header, "SELECTED SPAN OF " + task);
    draw_facts(ui, box, *span);
    return;
  }
  heading(ui, header, fmt::format("AT THE PLAYHEAD, {}", time_text(ui.state.playhead)));
  if (phase(ui.state) == Phase::ready) {
    ui.canvas.text(box.cut_top(ui.px(kRow)), "Not run yet.", Style::body, ui.theme.quiet_text);
    return;
  }
  draw_moment(ui, box);
}

}  // namespace interleave::gui

#include "app/gui/views/task_list.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/time_text.h"
#include "app/gui/views/panel.h"
#include "app/gui/views/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kMargin = 16;
constexpr float kRow = 32;
constexpr float kHeader = 44;
constexpr std::size_t kSummaryLines = 10;

std::string function_of(const Scenario& scenario, const Task& task) {
  return task.function ? scenario.functions[*task.function].name : std::string("own steps");
}

// What a task takes by itself: from its first turn to its end, with nobody beside it.
std::string alone_text(const AppState& state, std::size_t position) {
  const TaskTrack& track = state.one_after_another->tasks()[position];
  if (!track.started || !track.finished) return "–";
  return time_text(seconds(*track.finished - *track.started));
}

void draw_colour(const Ui& ui, Rect box, std::size_t position) {
  const float size = ui.px(12);
  const float top = std::round(box.center().y - size / 2);
  const Rect square{box.left, top, box.left + size, top + size};
  ui.canvas.fill(square, task_color(ui.theme, position), ui.px(2));
  ui.canvas.frame(square, task_line_color(ui.theme, position), 1, ui.px(2));
}

float names_width(const Ui& ui) {
  constexpr std::size_t kMeasured = 500;  // of very many, the first tell
  const auto& tasks = ui.state.scenario().tasks;
  float widest = 0;
  for (std::size_t i = 0; i < std::min(tasks.size(), kMeasured); ++i) {
    widest = std::max(widest, ui.canvas.text_width(tasks[i].name, Style::body));
  }
  return widest;
}

void draw_task(const Ui& ui, Rect row, std::size_t position, float name_width) {
  const Scenario& scenario = ui.state.scenario();
  const Task& task = scenario.tasks[position];
  draw_colour(ui, row.cut_left(ui.px(22)), position);
  const std::string alone = alone_text(ui.state, position);
  ui.canvas.text(row.cut_right(std::max(ui.px(64), ui.canvas.text_width(alone, Style::body))), alone, Style::body,
                 ui.theme.text, Align::right);
  row.cut_right(ui.px(10));
  ui.canvas.text(row.cut_left(name_width), task.name, Style::body, ui.theme.text);
  row.cut_left(ui.px(12));
  const bool submitted_later = task.after > Duration{0};
  const std::string detail = submitted_later ? "from " + time_text(seconds(task.after)) : function_of(scenario, task);
  if (ui.canvas.text_width(detail, Style::small) <= row.width()) {
    ui.canvas.text(row, detail, Style::small, ui.theme.quiet_text);
  }
}

void explain_task(const Ui& ui, Rect row, std::size_t position) {
  if (!ui.pointer.over(row) || ui.memory.grab != Grab::none) return;
  const Task& task = ui.state.scenario().tasks[position];
  Tooltip tooltip;
  tooltip.title = task.name;
  tooltip.lines.push_back("runs\t" + function_of(ui.state.scenario(), task));
  tooltip.lines.push_back("submitted\tat " + time_text(seconds(task.after)));
  tooltip.lines.push_back("alone\ttakes " + alone_text(ui.state, position));
  ui.tooltip = tooltip;
}

}  // namespace

float task_list_height(const Ui& ui, float width, Summary summary) {
  const Scenario& scenario = ui.state.scenario();
  const float rows = ui.px(kHeader) + static_cast<float>(scenario.tasks.size()) * ui.px(kRow) + ui.px(8);
  if (summary == Summary::left_out) return rows;
  const float text_width = width - 2 * ui.px(kMargin);
  const float line = std::round(ui.canvas.text_height(Style::body) * 1.35F);
  const float text = ui.canvas.paragraph_height(text_width, scenario.title, Style::strong) +
                     ui.canvas.paragraph_height(text_width, scenario.summary, Style::body);
  return rows + ui.px(20) + std::min(text, line * static_cast<float>(kSummaryLines));
}

void draw_task_list(const Ui& ui, Rect box) {
  ui.canvas.drawn().panels.push_back(box);
  begin_panel(ui, Panel::tasks, box);
  box = box.inset(ui.px(kMargin), 0);
  const Scenario& scenario = ui.state.scenario();
  Rect header = box.cut_top(ui.px(kHeader));
  const float alone = ui.canvas.text_width("TIME ALONE", Style::caption) + 1;
  heading(ui, header.cut_right(alone), "TIME ALONE");
  heading(ui, header, fmt::format("TASKS  {}", scenario.tasks.size()));

  const float line = std::round(ui.canvas.text_height(Style::body) * 1.35F);
  const float rows = static_cast<float>(scenario.tasks.size()) * ui.px(kRow);
  const float summary =
      std::min(line * static_cast<float>(kSummaryLines), std::max(0.0F, box.height() - rows - ui.px(24)));
  Rect list = box;
  list.bottom -= summary > line ? summary + ui.px(16) : ui.px(8);
  // The list scrolls with the lanes: both have the tasks in the same order.
  const float most = std::max(0.0F, rows - list.height());
  const float offset = std::min(ui.state.lane_scroll, most);
  const float name_width = names_width(ui);
  ui.canvas.clip(list);
  const auto first = static_cast<std::size_t>(offset / ui.px(kRow));
  for (std::size_t i = first; i < scenario.tasks.size(); ++i) {
    const float top = list.top + static_cast<float>(i) * ui.px(kRow) - offset;
    if (top >= list.bottom) break;
    const Rect row{list.left, top, list.right, top + ui.px(kRow)};
    draw_task(ui, row, i, name_width);
    explain_task(ui, row, i);
  }
  ui.canvas.end_clip();
  if (summary > line) {
    const float top = std::min(list.bottom, list.top + rows) + ui.px(10);
    ui.canvas.fill({box.left, top, box.right, top + 1}, ui.theme.line);
    const Rect text{box.left, top + ui.px(10), box.right, top + ui.px(10) + summary};
    const float title = ui.canvas.paragraph(text, scenario.title, Style::strong, ui.theme.text);
    ui.canvas.paragraph({text.left, text.top + title, text.right, text.bottom}, scenario.summary, Style::body,
                        ui.theme.quiet_text);
  }
}

}  // namespace interleave::gui

#include "app/gui/views/edit/task_table.h"

#include <algorithm>
#include <cmath>

#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/shown_steps.h"
#include "app/gui/views/drawing/share_widths.h"
#include "app/gui/views/widgets/cell_view.h"
#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kTaskTableRow = 32;
constexpr float kTaskTableTitles = 24;
constexpr float kColour = 22;
constexpr float kTaskTableScrollBar = 8;
constexpr std::size_t kMeasured = 500;  // of very many tasks, the first tell

// The columns, and where each begins.
struct TableLayout {
  std::vector<TableColumn> columns;
  std::vector<float> widths;
};

Cell cell_of(const TableColumn& column, std::size_t task) {
  return {column.kind, task, column.kind == CellKind::value ? column.title : std::string()};
}

// What the cells of a column need, and what its title does with them.
struct ColumnWidth {
  float of_cells = 0;
  float of_all = 0;
};

ColumnWidth width_of(const Ui& ui, const TableColumn& column) {
  const Scenario& scenario = ui.state.scenario();
  float widest = 0;
  for (std::size_t i = 0; i < std::min(scenario.tasks.size(), kMeasured); ++i) {
    widest = std::max(widest, ui.canvas.text_width(shown_text(scenario, cell_of(column, i)), Style::body));
  }
  const float around = 2 * ui.px(kCellPadding) + 1;
  return {widest + around, std::max(widest, ui.canvas.text_width(column.title, Style::caption)) + around};
}

TableLayout lay_out_table(const Ui& ui, float width) {
  TableLayout layout{columns_of(ui.state.scenario(), ui.state.panel.after), {}};
  width -= ui.px(kColour);
  float cells = 0;
  float titles = 0;  // what they need beyond the cells
  std::vector<float> beyond;
  for (const TableColumn& column : layout.columns) {
    const ColumnWidth needed = width_of(ui, column);
    layout.widths.push_back(needed.of_cells);
    beyond.push_back(needed.of_all - needed.of_cells);
    cells += needed.of_cells;
    titles += beyond.back();
  }
  // Titles give way before cells do.
  const float share = titles > 0 ? std::clamp((width - cells) / titles, 0.0F, 1.0F) : 0;
  for (std::size_t i = 0; i < beyond.size(); ++i) layout.widths[i] += std::floor(share * beyond[i]);
  share_widths(layout.widths, width);
  return layout;
}

void draw_colour(const Ui& ui, Rect box, std::size_t position) {
  const float size = ui.px(12);
  const float top = std::round(box.center().y - size / 2);
  const Rect square{box.left, top, box.left + size, top + size};
  ui.canvas.fill(square, task_color(ui.theme, position), ui.px(2));
  ui.canvas.frame(square, task_line_color(ui.theme, position), 1, ui.px(2));
}

// What a task takes by itself: from its first turn to its end, with nobody beside it.
std::string alone_text(const AppState& state, std::size_t position) {
  const TaskTrack& track = state.one_after_another->tasks()[position];
  if (!track.started || !track.finished) return "–";
  return time_text(seconds(*track.finished - *track.started));
}

void explain_task(const Ui& ui, Rect row, std::size_t position) {
  if (!ui.pointer.over(row) || ui.memory.grab != Grab::none || ui.state.panel.editing) return;
  const Scenario& scenario = ui.state.scenario();
  const Task& task = scenario.tasks[position];
  Tooltip tooltip;
  tooltip.title = task.name;
  tooltip.lines.push_back("runs\t" + shown_text(scenario, {CellKind::function, position}));
  tooltip.lines.push_back("submitted\tat " + time_text(seconds(task.after)));
  const bool is_known = ui.state.shown_scenario.get() == &scenario;
  if (is_known) tooltip.lines.push_back("alone\ttakes " + alone_text(ui.state, position));
  tooltip.lines.emplace_back("\tDouble-click a cell to change it");
  ui.tooltip = tooltip;
}

void draw_titles(const Ui& ui, Rect box, const TableLayout& layout) {
  box.cut_left(ui.px(kColour));
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    heading(ui, box.cut_left(layout.widths[i]).inset(ui.px(kCellPadding), 0), layout.columns[i].title);
  }
}

void draw_row(const Ui& ui, Rect row, const TableLayout& layout, std::size_t task) {
  const auto& selected = ui.state.panel.selected;
  // The task whose steps are shown stands out, whichever of the two has the keys.
  const bool has_steps = ui.state.panel.steps == StepList::shown && shown_task(ui.state) == task;
  const bool is_selected = (selected && is_of_task(*selected) && selected->task == task) || has_steps;
  if (is_selected) ui.canvas.fill(row, mix(ui.theme.ground, ui.theme.raised, 0.7F), ui.px(3));
  explain_task(ui, row, task);
  const float right = row.right;
  draw_colour(ui, row.cut_left(ui.px(kColour)), task);
  const auto& editing = ui.state.panel.editing;
  std::optional<Rect> field;  // it may need more room than its column has, and stands over its neighbours then
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    const Rect box = row.cut_left(layout.widths[i]).inset(0, ui.px(2));
    const Cell cell = cell_of(layout.columns[i], task);
    if (!typed_text(ui.state.scenario(), cell)) continue;
    if (editing && editing->cell == cell) {
      field = box;
      continue;
    }
    const bool quiet = cell.kind == CellKind::function || cell.kind == CellKind::after;
    draw_cell(ui, box, right, cell, quiet ? ui.theme.quiet_text : ui.theme.text);
  }
  if (field) draw_cell(ui, *field, right, editing->cell, ui.theme.text);
}

// The selected row stays in sight when the keyboard moves it.
float keep_in_sight(const Ui& ui, float offset, float view) {
  const auto& selected = ui.state.panel.selected;
  const bool by_keyboard = ui.pointer.moved.x == 0 && ui.pointer.moved.y == 0 && ui.pointer.wheel == 0;
  if (!selected || !is_of_task(*selected) || ui.memory.shown_row == selected->task) return offset;
  ui.memory.shown_row = selected->task;
  if (!by_keyboard) return offset;
  const float top = static_cast<float>(selected->task) * ui.px(kTaskTableRow);
  return std::clamp(offset, std::max(0.0F, top + ui.px(kTaskTableRow) - view), top);
}

float scrolled_to(const Ui& ui, Rect& list, float content) {
  float offset = keep_in_sight(ui, ui.state.panel.scroll, list.height());
  const float most = std::max(0.0F, content - list.height());
  if (ui.pointer.over(list)) offset -= ui.pointer.wheel * ui.px(kTaskTableRow);
  offset = std::clamp(offset, 0.0F, most);
  if (most > 0) {
    const Rect track = list.cut_right(ui.px(kTaskTableScrollBar));
    offset = scroll_bar(ui, track, {content, list.height(), offset, Grab::task_scroll});
  }
  if (offset != ui.state.panel.scroll) ui.wish(command::ScrollTasks{offset});
  return offset;
}

}  // namespace

float task_table_height(const Ui& ui) {
  return ui.px(kTaskTableTitles) + static_cast<float>(ui.state.scenario().tasks.size()) * ui.px(kTaskTableRow);
}

void draw_task_table(const Ui& ui, Rect box) {
  offer(ui, "task-table"_act, box);
  const std::size_t count = ui.state.scenario().tasks.size();
  const Rect titles = box.cut_top(ui.px(kTaskTableTitles));
  const float offset = scrolled_to(ui, box, static_cast<float>(count) * ui.px(kTaskTableRow));
  const TableLayout layout = lay_out_table(ui, box.width());
  draw_titles(ui, titles, layout);
  ui.canvas.clip(box);
  for (auto i = static_cast<std::size_t>(offset / ui.px(kTaskTableRow)); i < count; ++i) {
    const float top = std::round(box.top + static_cast<float>(i) * ui.px(kTaskTableRow) - offset);
    if (top >= box.bottom) break;
    draw_row(ui, {box.left, top, box.right, top + ui.px(kTaskTableRow)}, layout, i);
  }
  ui.canvas.end_clip();
}

}  // namespace interleave::gui

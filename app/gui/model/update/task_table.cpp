#include "app/gui/model/update/task_table.h"

#include "app/gui/model/state/shown_steps.h"
#include "app/gui/model/update/cell_typing.h"
#include "app/gui/model/update/edit_scenario.h"
#include "app/gui/model/update/step_selection.h"
#include "app/gui/model/update/typed_file.h"

namespace interleave::gui {

namespace {

std::optional<std::size_t> selected_task(const AppState& state) {
  const auto& cell = state.panel.selected;
  if (!cell || !is_of_table(*cell) || cell->task >= state.scenario().tasks.size()) return std::nullopt;
  return cell->task;
}

void go_to_task(AppState& state, std::size_t task) {
  state.panel.selected = Cell{CellKind::name, task};
  state.focused = "task-table"_act;
}

}  // namespace

void show_tab(AppState& state, PanelTab tab) {
  if (!leave_text(state)) return;
  state.panel.tab = tab;
  state.panel.file.reset();
  if (tab == PanelTab::file) show_file_text(state);
  state.panel.selected.reset();
  state.panel.refusal.clear();
}

void show_side(AppState& state) {
  if (state.lesson != nullptr) state.slide_beside = SlideBeside::workbench;
}

void focus_table(AppState& state) {
  show_side(state);
  auto& selected = state.panel.selected;
  if (selected && is_of_steps(*selected)) selected = Cell{CellKind::name, shown_task(state)};
  if (!selected) move_in_table(state, 0, 0);
}

void move_in_table(AppState& state, int columns, int rows) {
  auto& selected = state.panel.selected;
  const Scenario& scenario = state.scenario();
  if (!selected) {
    selected = state.panel.tab == PanelTab::tasks ? Cell{} : Cell{setting_cells().front()};
    return;
  }
  if (is_of_steps(*selected)) return move_in_steps(state, columns, rows);
  if (!is_of_table(*selected)) {
    if (const auto next = cell_after(scenario, {}, *selected, rows + columns)) selected = next;
    return;
  }
  if (columns != 0) {
    const auto next = cell_after(scenario, columns_of(scenario, state.panel.after), *selected, columns);
    if (next && next->task == selected->task) selected = next;
    return;
  }
  Cell next = *selected;
  next.task += static_cast<std::size_t>(rows);  // before the first it wraps beyond the last
  if (next.task >= scenario.tasks.size()) return;
  selected = typed_text(scenario, next) ? next : Cell{CellKind::name, next.task};
}

void add_task(AppState& state) {
  if (state.presenting || !leave_text(state)) return;  // a hall sees no table
  state.menu = Menu::none;
  if (state.panel.tab != PanelTab::tasks) show_tab(state, PanelTab::tasks);
  if (state.panels.of(PanelGroup::side).hidden) state.panels.toggle(PanelGroup::side);
  const std::size_t count = state.scenario().tasks.size();
  try_edit(state, add_task(state.scenario()));
  if (state.scenario().tasks.size() == count) return;
  edit_cell(state, Cell{CellKind::name, count});
}

void duplicate_task(AppState& state) {
  if (!leave_text(state)) return;
  const auto task = selected_task(state);
  if (!task) return;
  const std::size_t count = state.scenario().tasks.size();
  try_edit(state, duplicate_task(state.scenario(), *task));
  if (state.scenario().tasks.size() > count) go_to_task(state, *task + 1);
}

void delete_task(AppState& state) {
  if (!leave_text(state)) return;
  if (const auto task = selected_task(state)) try_edit(state, delete_task(state.scenario(), *task));
}

void move_task(AppState& state, Way way) {
  if (!leave_text(state)) return;
  const auto task = selected_task(state);
  if (!task) return;
  const auto before = state.scenarios[state.chosen].scenario;
  try_edit(state, move_task(*before, *task, way));
  if (state.scenarios[state.chosen].scenario != before) go_to_task(state, way == Way::up ? *task - 1 : *task + 1);
}

}  // namespace interleave::gui

#include "app/gui/model/update/step_selection.h"

#include "app/gui/model/state/shown_steps.h"

namespace interleave::gui {

void reveal_steps(AppState& state) {
  state.menu = Menu::none;
  state.panel.tab = PanelTab::tasks;
  state.panel.file.reset();
  state.panel.steps = StepList::shown;
  if (state.panels.of(PanelGroup::side).hidden) state.panels.toggle(PanelGroup::side);
}

void note_shown_task(AppState& state) {
  if (!state.has_program()) return;
  auto& panel = state.panel;
  if (panel.selected && is_of_task(*panel.selected)) panel.steps_of = panel.selected->task;
  panel.steps_of = shown_task(state);
}

void settle_in_steps(AppState& state) {
  const Cell* const selected = selected_in_steps(state);
  if (selected == nullptr || selected->kind != CellKind::place || state.panel.editing) return;
  if (row_of(step_rows(state.scenario(), selected->task), *selected)) return;
  state.panel.selected = nearest_step_cell(state.scenario(), selected->task, *selected);
}

void move_in_steps(AppState& state, int columns, int rows) {
  auto& selected = *state.panel.selected;
  selected = step_cell_beside(state.scenario(), shown_task(state), selected, columns, rows);
}

}  // namespace interleave::gui

#include "app/gui/model/input/step_wishes.h"

#include "app/gui/model/edit/step_edits.h"
#include "app/gui/model/state/shown_steps.h"

namespace interleave::gui {

namespace {

const Cell* selected_step(const AppState& state) {
  const Cell* const cell = selected_in_steps(state);
  return cell != nullptr && cell->kind == CellKind::step ? cell : nullptr;
}

// What does nothing where there is nothing to be done.
Command stay(const AppState& state) { return command::SelectCell{state.panel.selected.value_or(Cell{})}; }

std::optional<StepPath> place_to_move_to(const AppState& state, Way way) {
  const Cell* const cell = selected_step(state);
  if (cell == nullptr) return std::nullopt;
  return place_beside(steps_of(state.scenario(), cell->task), cell->path, way);
}

}  // namespace

Command wish_to_show_steps(const AppState& state) {
  const bool shown = state.panel.tab == PanelTab::tasks && state.panel.steps == StepList::shown &&
                     !state.panels.of(PanelGroup::side).hidden;
  return command::ShowSteps{shown ? StepList::hidden : StepList::shown};
}

bool can_move_step(const AppState& state, Way way) { return place_to_move_to(state, way).has_value(); }

Command wish_to_move_step(const AppState& state, Way way) {
  const auto place = place_to_move_to(state, way);
  if (!place) return stay(state);
  const Cell& cell = *selected_step(state);
  return command::MoveStep{task_id(cell.task), cell.path, *place};
}

bool can_remove(const AppState& state) {
  const Cell* const cell = selected_in_steps(state);
  if (cell == nullptr || cell->kind == CellKind::function_name || cell->kind == CellKind::parameters) return false;
  return cell->kind != CellKind::place || !cell->path.around.empty();
}

Command wish_to_remove(const AppState& state) {
  if (!can_remove(state)) return stay(state);
  const Cell& cell = *selected_in_steps(state);
  if (!is_of_task(cell)) return command::RemoveShared{cell.object, cell.position};
  if (cell.kind == CellKind::place) return command::RemoveBody{task_id(cell.task), cell.path};
  return command::RemoveStep{task_id(cell.task), cell.path};
}

}  // namespace interleave::gui

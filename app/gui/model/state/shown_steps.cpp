#include "app/gui/model/state/shown_steps.h"

#include <algorithm>

namespace interleave::gui {

std::size_t shown_task(const AppState& state) {
  const std::size_t count = state.scenario().tasks.size();
  return count == 0 ? 0 : std::min(state.panel.steps_of, count - 1);
}

const Cell* selected_in_steps(const AppState& state) {
  const auto& cell = state.panel.selected;
  return cell && is_of_steps(*cell) ? &*cell : nullptr;
}

StepPath place_to_add(const AppState& state) {
  if (!state.has_program()) return {};
  const std::size_t task = shown_task(state);
  const Cell* const cell = selected_in_steps(state);
  if (cell == nullptr) return {{}, steps_of(state.scenario(), task).size()};
  return place_below(state.scenario(), task, *cell);
}

std::optional<StepPath> open_place(const AppState& state) {
  const auto& editing = state.panel.editing;
  const bool is_shown = editing && editing->cell.kind == CellKind::place && editing->cell.task == shown_task(state);
  return is_shown ? std::optional(editing->cell.path) : std::nullopt;
}

}  // namespace interleave::gui

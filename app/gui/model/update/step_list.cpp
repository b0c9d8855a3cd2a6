#include "app/gui/model/update/step_list.h"

#include <algorithm>

#include "app/gui/model/edit/function_edits.h"
#include "app/gui/model/edit/step_cells.h"
#include "app/gui/model/edit/step_declarations.h"
#include "app/gui/model/edit/step_edits.h"
#include "app/gui/model/state/shown_steps.h"
#include "app/gui/model/update/cell_typing.h"
#include "app/gui/model/update/edit_scenario.h"
#include "app/gui/model/update/step_selection.h"

namespace interleave::gui {

namespace {

// Whether it was done; the panel says why not.
bool done(AppState& state, Edited edit) {
  const auto before = state.scenarios[state.chosen].scenario;
  try_edit(state, std::move(edit));
  return state.scenarios[state.chosen].scenario != before;
}

bool has_task(const AppState& state, std::size_t task) { return task < state.scenario().tasks.size(); }

}  // namespace

void show_steps(AppState& state, StepList steps) {
  if (state.presenting || !leave_text(state)) return;  // a hall sees no table
  if (steps == StepList::shown) {
    reveal_steps(state);
    return focus_steps(state);
  }
  state.panel.steps = steps;
  if (selected_in_steps(state) == nullptr) return;
  state.panel.selected = Cell{CellKind::name, shown_task(state)};
  state.focused = "task-table"_act;
}

void focus_steps(AppState& state) {
  const Cell* const selected = selected_in_steps(state);
  const std::size_t task = shown_task(state);
  const auto rows = step_rows(state.scenario(), task);
  if (selected == nullptr || !row_of(rows, *selected)) {
    const auto first =
        std::find_if(rows.begin(), rows.end(), [](const StepRow& row) { return row.kind != StepRowKind::function; });
    state.panel.selected = (first == rows.end() ? rows.front() : *first).cells.front().cell;
  }
  state.focused = "step-list"_act;
}

void insert_step(AppState& state) {
  if (state.presenting || !leave_text(state)) return;
  reveal_steps(state);
  edit_cell(state, place_cell(shown_task(state), place_to_add(state)));
}

void add_step(AppState& state, std::size_t task, const StepPath& place, Verb verb) {
  if (!has_task(state, task) || !leave_text(state)) return;
  state.menu = Menu::none;
  if (done(state, add_step(state.scenario(), task, place, verb))) edit_new_step(state, task, place);
}

void remove_step(AppState& state, std::size_t task, const StepPath& path) {
  if (!has_task(state, task) || !leave_text(state)) return;
  if (!done(state, remove_step(state.scenario(), task, path))) return;
  select_cell(state, nearest_step_cell(state.scenario(), task, step_cell(task, path, kVerbKey)));
}

void remove_body(AppState& state, std::size_t task, const StepPath& first) {
  if (has_task(state, task) && leave_text(state)) try_edit(state, remove_body(state.scenario(), task, first));
}

void move_step(AppState& state, std::size_t task, const StepPath& from, const StepPath& to) {
  if (!has_task(state, task) || !leave_text(state)) return;
  if (!done(state, move_step(state.scenario(), task, from, to))) return;
  select_cell(state, step_cell(task, moved(from, to), kVerbKey));
}

void split_function(AppState& state, std::size_t task) {
  if (has_task(state, task) && leave_text(state)) try_edit(state, split_function(state.scenario(), task));
}

void add_shared(AppState& state, ObjectKind kind) {
  if (!leave_text(state) || !done(state, add_declaration(state.scenario(), kind)) || state.presenting) return;
  reveal_steps(state);
  edit_cell(state, shared_cell(CellKind::shared_name, kind, declared(state.scenario(), kind)->size() - 1));
}

void remove_shared(AppState& state, ObjectKind kind, std::size_t position) {
  if (!leave_text(state)) return;
  const auto* const list = declared(state.scenario(), kind);
  if (list == nullptr || position >= list->size()) return;
  if (!done(state, remove_declaration(state.scenario(), kind, position))) return;
  const auto& left = *declared(state.scenario(), kind);
  if (left.empty()) return;
  select_cell(state, shared_cell(CellKind::shared_name, kind, std::min(position, left.size() - 1)));
}

}  // namespace interleave::gui

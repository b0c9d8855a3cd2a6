#include "app/gui/model/update/cell_typing.h"

#include <algorithm>
#include <utility>

#include "app/gui/model/update/edit_scenario.h"
#include "app/gui/model/update/typed_file.h"

namespace interleave::gui {

namespace {

std::vector<TableColumn> shown_columns(const AppState& state) {
  return columns_of(state.scenario(), state.panel.after);
}

void leave_for(AppState& state, int by) {
  const Cell cell = state.panel.editing->cell;
  if (!leave_text(state)) return;
  if (const auto next = cell_after(state.scenario(), shown_columns(state), cell, by)) edit_cell(state, *next);
}

// The words that a cell may have, where they are few.
std::vector<std::string> choices_of(const Scenario& scenario, CellKind kind) {
  std::vector<std::string> choices;
  if (kind == CellKind::function) {
    for (const Function& function : scenario.functions) choices.push_back(function.name);
  } else if (kind == CellKind::opening_mode) {
    for (const Mode mode : kModes) choices.emplace_back(name(mode));
  }
  return choices;
}

// Up and down pass through them.
bool pass_through_choices(AppState& state, const TextPress& press) {
  if (press.key != TextKey::up && press.key != TextKey::down) return false;
  auto& editing = *state.panel.editing;
  const auto choices = choices_of(state.scenario(), editing.cell.kind);
  if (choices.empty()) return false;
  const std::size_t count = choices.size();
  const std::size_t on = press.key == TextKey::down ? 1 : count - 1;
  const auto here = std::find(choices.begin(), choices.end(), editing.text.text());
  std::size_t next = on == 1 ? 0 : count - 1;
  if (here != choices.end()) next = (static_cast<std::size_t>(here - choices.begin()) + on) % count;
  editing.text = TextEdit(choices[next]);
  editing.text.select_all();
  return true;
}

}  // namespace

void select_cell(AppState& state, const Cell& cell) {
  if (!leave_text(state) || !typed_text(state.scenario(), cell)) return;
  state.panel.selected = cell;
  state.panel.refusal.clear();
  state.focused = "task-table"_act;
}

void edit_cell(AppState& state, const Cell& cell) {
  if (!leave_text(state)) return;
  auto text = typed_text(state.scenario(), cell);
  if (!text) return;
  select_cell(state, cell);
  state.panel.editing = CellEdit{cell, TextEdit(std::move(*text)), {}};
  state.panel.editing->text.select_all();
}

void set_cell(AppState& state, const Cell& cell, std::string_view text) {
  if (typed_text(state.scenario(), cell)) try_edit(state, set_cell(state.scenario(), cell, text));
}

void press_in_cell(AppState& state, const TextPress& press) {
  if (!state.panel.editing) return;
  switch (press.key) {
    case TextKey::escape:
      return give_up_text(state);
    case TextKey::enter:
      leave_text(state);
      return;
    case TextKey::tab:
      return leave_for(state, press.extent == Extent::extend ? -1 : +1);
    default:
      break;
  }
  if (pass_through_choices(state, press)) return;
  state.panel.editing->text.press(press, state.clipboard);
}

bool leave_text(AppState& state) {
  read_file_text(state);
  if (has_unread_text(state)) {
    state.panel.refusal = "Mend the text, or undo what was typed, before you go on.";
    return false;
  }
  auto& editing = state.panel.editing;
  if (!editing) return true;
  if (editing->text.text() != typed_text(state.scenario(), editing->cell)) {
    const auto refusal = edit_scenario(state, set_cell(state.scenario(), editing->cell, editing->text.text()));
    if (refusal) {
      editing->error = *refusal;
      return false;
    }
  }
  editing.reset();
  return true;
}

}  // namespace interleave::gui

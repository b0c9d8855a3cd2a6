#include "app/gui/model/update/cell_typing.h"

#include <algorithm>
#include <utility>

#include "app/gui/model/edit/step_cells.h"
#include "app/gui/model/edit/step_edits.h"
#include "app/gui/model/edit/step_rows.h"
#include "app/gui/model/update/edit_scenario.h"
#include "app/gui/model/update/step_selection.h"
#include "app/gui/model/update/typed_file.h"

namespace interleave::gui {

namespace {

std::vector<TableColumn> shown_columns(const AppState& state) {
  return columns_of(state.scenario(), state.panel.after);
}

// What is offered stands in the text, in the place of what it is for.
void put_in(CellEdit& editing, const CellOffers& offers, std::size_t offer) {
  if (!editing.typed) editing.typed = editing.text;
  editing.offer = offer;
  const std::string& typed = editing.typed->text();
  const std::string& word = offers.all[offer].text;
  editing.text = TextEdit(typed.substr(0, offers.range.begin) + word + typed.substr(offers.range.end));
  editing.text.place(offers.range.begin + word.size(), Extent::move);
}

// Up and down pass through what is offered, from what stands there already.
bool pass_through_offers(AppState& state, const TextPress& press) {
  if (press.key != TextKey::up && press.key != TextKey::down) return false;
  CellEdit& editing = *state.panel.editing;
  const CellOffers offers = offers_of(state.scenario(), editing);
  const std::size_t count = offers.all.size();
  if (count == 0) return false;
  const std::size_t on = press.key == TextKey::down ? 1 : count - 1;
  const auto here = std::find_if(offers.all.begin(), offers.all.end(),
                                 [&](const CellOffer& offer) { return offer.text == editing.text.text(); });
  std::size_t next = on == 1 ? 0 : count - 1;
  if (editing.typed) {
    next = (editing.offer + on) % count;
  } else if (here != offers.all.end()) {
    next = (static_cast<std::size_t>(here - offers.all.begin()) + on) % count;
  }
  put_in(editing, offers, next);
  return true;
}

// A step that was added by typing its verb is typed into at once.
void leave_for(AppState& state, int by) {
  const Cell cell = state.panel.editing->cell;
  const auto before = state.scenarios[state.chosen].scenario;
  if (!leave_text(state)) return;
  if (cell.kind == CellKind::place) {
    if (state.scenarios[state.chosen].scenario != before) edit_new_step(state, cell.task, cell.path);
  } else if (by != 0) {
    if (const auto next = cell_after(state.scenario(), shown_columns(state), cell, by)) edit_cell(state, *next);
  }
}

}  // namespace

void select_cell(AppState& state, const Cell& cell) {
  if (!leave_text(state) || !typed_text(state.scenario(), cell)) return;
  if (is_of_steps(cell)) reveal_steps(state);
  state.panel.selected = cell;
  state.panel.refusal.clear();
  state.focused = is_of_steps(cell) ? "step-list"_act : "task-table"_act;
}

void edit_cell(AppState& state, const Cell& cell) {
  if (!leave_text(state)) return;
  auto text = typed_text(state.scenario(), cell);
  if (!text) return;
  select_cell(state, cell);
  state.panel.editing = CellEdit{cell, TextEdit(std::move(*text)), {}};
  state.panel.editing->text.select_all();
}

void edit_new_step(AppState& state, std::size_t task, const StepPath& path) {
  if (state.presenting) return;  // a hall sees no steps
  reveal_steps(state);
  const Cell verb = step_cell(task, path, kVerbKey);
  const auto rows = step_rows(state.scenario(), task);
  const auto row = row_of(rows, verb);
  if (!row) return;
  select_cell(state, verb);
  const auto& cells = rows[*row].cells;
  if (cells.size() > 1) edit_cell(state, cells[1].cell);
}

void set_cell(AppState& state, const Cell& cell, std::string_view text) {
  if (state.panel.editing && state.panel.editing->cell == cell) give_up_text(state);
  if (!leave_text(state)) return;
  if (typed_text(state.scenario(), cell)) try_edit(state, set_cell(state.scenario(), cell, text));
}

void press_in_cell(AppState& state, const TextPress& press) {
  if (!state.panel.editing) return;
  switch (press.key) {
    case TextKey::escape:
      return give_up_text(state);
    case TextKey::enter:
      return leave_for(state, 0);
    case TextKey::tab:
      return leave_for(state, press.extent == Extent::extend ? -1 : +1);
    default:
      break;
  }
  if (pass_through_offers(state, press)) return;
  state.panel.editing->typed.reset();
  state.panel.editing->text.press(press, state.clipboard);
}

void take_offer(AppState& state, std::size_t offer) {
  if (!state.panel.editing) return;
  const CellOffers offers = offers_of(state.scenario(), *state.panel.editing);
  if (offer >= offers.all.size()) return;
  put_in(*state.panel.editing, offers, offer);
  state.panel.editing->typed.reset();
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
  settle_in_steps(state);
  return true;
}

}  // namespace interleave::gui

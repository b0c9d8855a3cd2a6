#include "app/gui/model/editing.h"

#include <algorithm>
#include <utility>

#include "app/gui/model/choosing_file.h"
#include "app/gui/model/run_control.h"
#include "core/base/json_text.h"
#include "core/scenario/writer.h"

namespace interleave::gui {

namespace {

bool file_is_typed(const AppState& state) {
  return state.panel.tab == PanelTab::file && state.panel.file && state.focused == Control::file_text;
}

constexpr double kRoomToDrag = 1.3;  // what is dragged beyond the edge gets as much more

Document& document_of(AppState& state) { return state.scenarios[state.chosen].document; }

std::vector<TableColumn> columns_of(const AppState& state) { return columns_of(state.scenario(), state.panel.after); }

std::optional<std::size_t> selected_task(const AppState& state) {
  const auto& cell = state.panel.selected;
  if (!cell || !is_of_task(*cell) || cell->task >= state.scenario().tasks.size()) return std::nullopt;
  return cell->task;
}

// What the document says now becomes what the window shows.
void show_document(AppState& state, const Scenario& before) {
  state.scenarios[state.chosen].scenario = document_of(state).scenario();
  scenario_changed(state, before);
  if (state.panel.file) show_file_text(state);
  auto& selected = state.panel.selected;
  if (selected && is_of_task(*selected)) {
    selected->task = std::min(selected->task, state.scenario().tasks.size() - 1);
    if (!typed_text(state.scenario(), *selected)) selected = Cell{CellKind::name, selected->task};
  }
}

// The table knows nothing of comments: an edit there writes the file anew.
void warn_of_lost_comments(AppState& state) {
  if (!state.document().is_as_written()) return;
  const std::string text = state.document().text();
  const bool has_comments = text.find("//") != std::string::npos || text.find("/*") != std::string::npos;
  if (!has_comments || text == to_json(state.scenario())) return;
  state.notice =
      Notice{NoticeKind::message,
             "This edit leaves out the comments of the file. Ctrl+Z brings them back; the File tab keeps them."};
}

// Why it could not be done; none when it was.
std::optional<std::string> apply_edit(AppState& state, Edited edit, EditGroup group = 0) {
  edit = checked(std::move(edit));
  if (!edit) return edit.error();
  state.panel.refusal.clear();
  const auto before = document_of(state).scenario();
  if (edit.value().scenario == *before) return std::nullopt;
  warn_of_lost_comments(state);
  Edit done = std::move(edit).value();
  auto scenario = std::make_shared<const Scenario>(std::move(done.scenario));
  document_of(state).edit({std::move(scenario), nullptr, std::move(done.act)}, group);
  show_document(state, *before);
  return std::nullopt;
}

void act(AppState& state, Edited edit) {
  if (auto refusal = apply_edit(state, std::move(edit))) state.panel.refusal = std::move(*refusal);
}

void go_to_task(AppState& state, std::size_t task) {
  state.panel.selected = Cell{CellKind::name, task};
  state.focused = Control::task_table;
}

void leave_for(AppState& state, int by) {
  const Cell cell = state.panel.editing->cell;
  if (!leave_text(state)) return;
  if (const auto next = cell_after(state.scenario(), columns_of(state), cell, by)) edit_cell(state, *next);
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

void press_in_file(AppState& state, const TextPress& press) {
  FileText& file = *state.panel.file;
  if (press.key == TextKey::escape) return state.focused.reset();
  const std::string before = file.text.text();
  const bool meant = file.text.press(press, state.clipboard);
  if (!meant && press.key == TextKey::tab) state.focused = Control::tab_file;
  file.changed = file.changed || file.text.text() != before;
}

bool has_unread_text(const AppState& state) { return state.panel.file && !state.panel.file->errors.empty(); }

}  // namespace

TextEdit* active_text(AppState& state) { return const_cast<TextEdit*>(active_text(std::as_const(state))); }
const TextEdit* active_text(const AppState& state) {
  if (state.dialog) return &state.dialog->name;
  if (state.marks.edit) return &state.marks.edit->text;
  if (state.search.typing) return &state.search.field;
  if (file_is_typed(state)) return &state.panel.file->text;
  return state.panel.editing ? &state.panel.editing->text : nullptr;
}

void show_tab(AppState& state, PanelTab tab) {
  if (!leave_text(state)) return;
  state.panel.tab = tab;
  state.panel.file.reset();
  if (tab == PanelTab::file) show_file_text(state);
  state.panel.selected.reset();
  state.panel.refusal.clear();
}

void select_cell(AppState& state, const Cell& cell) {
  if (!leave_text(state) || !typed_text(state.scenario(), cell)) return;
  state.panel.selected = cell;
  state.panel.refusal.clear();
  state.focused = Control::task_table;
}

void move_in_table(AppState& state, int columns, int rows) {
  auto& selected = state.panel.selected;
  const Scenario& scenario = state.scenario();
  if (!selected) {
    selected = state.panel.tab == PanelTab::tasks ? Cell{} : Cell{setting_cells().front()};
    return;
  }
  if (!is_of_task(*selected)) {
    if (const auto next = cell_after(scenario, {}, *selected, rows + columns)) selected = next;
    return;
  }
  if (columns != 0) {
    const auto next = cell_after(scenario, columns_of(state), *selected, columns);
    if (next && next->task == selected->task) selected = next;
    return;
  }
  Cell next = *selected;
  next.task += static_cast<std::size_t>(rows);  // before the first it wraps beyond the last
  if (next.task >= scenario.tasks.size()) return;
  selected = typed_text(scenario, next) ? next : Cell{CellKind::name, next.task};
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
  if (typed_text(state.scenario(), cell)) act(state, set_cell(state.scenario(), cell, text));
}

void press_in_text(AppState& state, const TextPress& press) {
  if (state.dialog) return press_in_dialog(state, press);
  if (typing(state)) {
    active_text(state)->press(press, state.clipboard);
    return;
  }
  if (file_is_typed(state)) return press_in_file(state, press);
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

bool take_pasted(AppState& state) {
  const TextEdit* text = active_text(state);
  if (text == nullptr || !text->has_pasted()) return false;
  press_in_text(state, {TextKey::pasted});
  return true;
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
    const auto refusal = apply_edit(state, set_cell(state.scenario(), editing->cell, editing->text.text()));
    if (refusal) {
      editing->error = *refusal;
      return false;
    }
  }
  editing.reset();
  return true;
}

void leave_field(AppState& state) {
  if (file_is_typed(state)) return state.focused.reset();
  leave_text(state);
}

void give_up_text(AppState& state) {
  state.panel.editing.reset();
  if (!state.panel.file) return;
  state.panel.file.reset();
  show_file_text(state);
}

void add_task(AppState& state) {
  if (!leave_text(state)) return;
  const std::size_t count = state.scenario().tasks.size();
  act(state, add_task(state.scenario()));
  if (state.scenario().tasks.size() == count) return;
  edit_cell(state, Cell{CellKind::name, count});
}

void duplicate_task(AppState& state) {
  if (!leave_text(state)) return;
  const auto task = selected_task(state);
  if (!task) return;
  const std::size_t count = state.scenario().tasks.size();
  act(state, duplicate_task(state.scenario(), *task));
  if (state.scenario().tasks.size() > count) go_to_task(state, *task + 1);
}

void delete_task(AppState& state) {
  if (!leave_text(state)) return;
  if (const auto task = selected_task(state)) act(state, delete_task(state.scenario(), *task));
}

void move_task(AppState& state, Way way) {
  if (!leave_text(state)) return;
  const auto task = selected_task(state);
  if (!task) return;
  const auto before = state.scenarios[state.chosen].scenario;
  act(state, move_task(*before, *task, way));
  if (state.scenarios[state.chosen].scenario != before) go_to_task(state, way == Way::up ? *task - 1 : *task + 1);
}

void undo_edit(AppState& state) {
  const bool only_text = has_unread_text(state);
  give_up_text(state);
  state.panel.refusal.clear();
  if (only_text) return;
  const auto before = document_of(state).scenario();
  if (document_of(state).undo()) show_document(state, *before);
}

void redo_edit(AppState& state) {
  const bool only_text = has_unread_text(state);
  give_up_text(state);
  state.panel.refusal.clear();
  if (only_text) return;
  const auto before = document_of(state).scenario();
  if (document_of(state).redo()) show_document(state, *before);
}

void set_step_duration(AppState& state, TaskId task, StepId step, double length, EditGroup group) {
  if (!find_duration(state.scenario(), index(task), step)) return;
  const TimeRange shown = state.viewport.range();
  if (group != 0 && !state.drag_fits) {
    state.drag_fits = state.viewport.fitted();
    state.viewport.show(shown);
    state.viewport.settle();
  }
  const std::string text = exact_seconds(moment_at(length));
  auto refusal = apply_edit(state, set_duration(state.scenario(), index(task), step, text), group);
  state.panel.refusal = std::move(refusal).value_or("");
  const double end = seconds(picture_end(state));
  if (group == 0 || end < shown.end) return;
  state.viewport.show({shown.begin, shown.begin + (end - shown.begin) * kRoomToDrag});
  state.viewport.settle();
}

std::optional<DurationPlace> editable_duration(const AppState& state, const Span& span) {
  if (span.state != State::running && span.state != State::waiting) return std::nullopt;
  if (!same_shape(*state.shown_scenario, state.scenario())) return std::nullopt;
  return find_duration(state.scenario(), index(span.task), span.step);
}

void end_drag(AppState& state) {
  if (state.drag_fits.value_or(false)) state.viewport.fit();
  state.drag_fits.reset();
}

}  // namespace interleave::gui

#include "app/gui/model/update/edit_scenario.h"

#include <utility>

#include "app/gui/model/state/shown_steps.h"
#include "app/gui/model/state/unsaved.h"
#include "app/gui/model/update/shown_run.h"
#include "app/gui/model/update/step_selection.h"
#include "app/gui/model/update/take_back_new.h"
#include "app/gui/model/update/typed_file.h"
#include "core/scenario/writer.h"

namespace interleave::gui {

namespace {

Document& document_of(AppState& state) { return state.scenarios[state.chosen].document; }

// What the document says now becomes what the window shows.
void show_document(AppState& state, const Scenario& before) {
  state.scenarios[state.chosen].scenario = document_of(state).scenario();
  scenario_changed(state, before);
  if (state.panel.file) show_file_text(state);
  auto& selected = state.panel.selected;
  if (!selected) return;
  if (is_of_task(*selected)) selected->task = std::min(selected->task, state.scenario().tasks.size() - 1);
  if (typed_text(state.scenario(), *selected)) return settle_in_steps(state);
  const std::size_t task = is_of_task(*selected) ? selected->task : shown_task(state);
  selected = is_of_steps(*selected) ? nearest_step_cell(state.scenario(), task, *selected) : Cell{CellKind::name, task};
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

}  // namespace

std::optional<std::string> edit_scenario(AppState& state, Edited edit, EditGroup group) {
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

void try_edit(AppState& state, Edited edit) {
  if (auto refusal = edit_scenario(state, std::move(edit))) state.panel.refusal = std::move(*refusal);
}

void undo_edit(AppState& state) {
  const bool only_text = has_unread_text(state);
  give_up_text(state);
  state.panel.refusal.clear();
  if (only_text) return;
  if (can_take_back_new(state)) return take_back_new(state);
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

void give_up_text(AppState& state) {
  state.panel.editing.reset();
  settle_in_steps(state);
  if (!state.panel.file) return;
  state.panel.file.reset();
  show_file_text(state);
}

}  // namespace interleave::gui

// The panel that edits the scenario.
#include <fmt/format.h>

#include "app/gui/model/input/acts/rows.h"
#include "app/gui/model/state/app_state.h"
#include "app/gui/model/state/unsaved.h"

namespace interleave::gui {

namespace {

bool has_task(const AppState& state) {
  const auto& cell = state.panel.selected;
  return state.panel.tab == PanelTab::tasks && cell && is_of_table(*cell);
}

bool shows_tasks(const AppState& state) { return state.panel.tab == PanelTab::tasks; }

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

const std::string* undoable(const AppState& state) {
  static const std::string kNew = "new scenario";
  return can_take_back_new(state) ? &kNew : state.document().undoable();
}

// "Undo: rename coffee.  Key: Ctrl+Z"
std::string undo_text(std::string_view word, const std::string* edit, std::string_view key) {
  return edit == nullptr ? fmt::format("Nothing to {}", word)
                         : capitalised(fmt::format("{}: {}.  Key: {}", word, *edit, key));
}

Act tab_act(ActId id, PanelTab tab, std::string label, std::string tooltip) {
  return {.id = id,
          .label = says(std::move(label)),
          .tooltip = tells(std::move(tooltip)),
          .command = wishes(command::ShowTab{tab}),
          .chosen = [tab](const AppState& state) { return state.panel.tab == tab; }};
}

void add_tab_acts(ActRows& rows) {
  rows.push_back(tab_act("tab-tasks"_act, PanelTab::tasks, "Tasks", "What runs: double-click a cell to change it"));
  rows.back().label = [](const AppState& state) { return fmt::format("Tasks {}", state.scenario().tasks.size()); };
  rows.push_back(tab_act("tab-settings"_act, PanelTab::settings, "Settings",
                         "Title, how the scenario opens, and the machine it runs on"));
  rows.push_back(tab_act("tab-file"_act, PanelTab::file, "File",
                         "The scenario's file as text: what you type is read as you type it"));
}

// What keys reach and nobody presses: the table, and the file's text.
void add_areas(ActRows& rows) {
  rows.push_back({.id = "task-table"_act,
                  .label = says("tasks"),
                  .tooltip = tells(""),
                  .command = wishes(command::EditSelectedCell{}),
                  .enabled = [](const AppState& state) { return state.panel.tab != PanelTab::file; }});
  rows.push_back({.id = "file-text"_act,
                  .label = says("file"),
                  .tooltip = tells(""),
                  .command = wishes(command::FocusFileText{}),
                  .enabled = [](const AppState& state) { return state.panel.tab == PanelTab::file; }});
}

void add_history_acts(ActRows& rows) {
  rows.push_back(
      {.id = "undo"_act,
       .label = says("undo"),
       .tooltip = [](const AppState& state, std::string_view key) { return undo_text("undo", undoable(state), key); },
       .command = wishes(command::Undo{}),
       .enabled = [](const AppState& state) { return undoable(state) != nullptr; }});
  rows.push_back({.id = "redo"_act,
                  .label = says("redo"),
                  .tooltip = [](const AppState& state,
                                std::string_view key) { return undo_text("redo", state.document().redoable(), key); },
                  .command = wishes(command::Redo{}),
                  .enabled = [](const AppState& state) { return state.document().redoable() != nullptr; }});
}

void add_task_acts(ActRows& rows) {
  rows.push_back({.id = "add-task"_act,
                  .label = says("Add a task"),
                  .tooltip = tells("Add a task like the last one.  Key: {}"),
                  .command = wishes(command::AddTask{}),
                  .enabled = shows_tasks});
  rows.push_back({.id = "duplicate-task"_act,
                  .label = says("duplicate"),
                  .tooltip = tells("Duplicate the selected task.  Key: {}"),
                  .command = wishes(command::DuplicateTask{}),
                  .enabled = has_task});
  rows.push_back({.id = "task-up"_act,
                  .label = says("move up"),
                  .tooltip = tells("Move the selected task up.  Key: {}"),
                  .command = wishes(command::MoveTask{Way::up}),
                  .enabled = [](const AppState& state) { return has_task(state) && state.panel.selected->task > 0; }});
  rows.push_back({.id = "task-down"_act,
                  .label = says("move down"),
                  .tooltip = tells("Move the selected task down.  Key: {}"),
                  .command = wishes(command::MoveTask{Way::down}),
                  .enabled = [](const AppState& state) {
                    return has_task(state) && state.panel.selected->task + 1 < state.scenario().tasks.size();
                  }});
  rows.push_back(
      {.id = "delete-task"_act,
       .label = says("delete"),
       .tooltip = tells("Delete the selected task.  Key, in the table: {}"),
       .command = wishes(command::DeleteTask{}),
       .enabled = [](const AppState& state) { return has_task(state) && state.scenario().tasks.size() > 1; }});
  rows.push_back(
      {.id = "after-column"_act,
       .label = says("after"),
       .tooltip = tells("When each task is submitted: show the column, or only where a task comes later than 0 s"),
       .command = wishes(command::ToggleAfterColumn{}),
       .enabled = shows_tasks,
       .chosen = [](const AppState& state) { return state.panel.after == AfterColumn::always; }});
}

}  // namespace

void add_edit_acts(ActRows& rows) {
  add_tab_acts(rows);
  add_history_acts(rows);
  add_areas(rows);
  add_task_acts(rows);
}

}  // namespace interleave::gui

#include "app/gui/model/input/editing_controls.h"

#include <fmt/format.h>

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

namespace {

bool has_task(const AppState& state) {
  const auto& cell = state.panel.selected;
  return state.panel.tab == PanelTab::tasks && cell && is_of_task(*cell);
}

NoticeAnswer answer_of(Control control) {
  if (control == Control::notice_third) return NoticeAnswer::third;
  return control == Control::notice_first ? NoticeAnswer::first : NoticeAnswer::second;
}

std::string dialog_act(const AppState& state) {
  if (!state.dialog || state.dialog->purpose == FilePurpose::open) return "Open";
  const bool exports = state.dialog->purpose == FilePurpose::exporting;
  if (exports && state.dialog->asks_about.empty()) return "Export";
  return state.dialog->asks_about.empty() ? "Save" : "Overwrite";
}

std::string undo_text(const char* word, const std::string* act, const char* keys) {
  return act == nullptr ? fmt::format("Nothing to {}", word) : fmt::format("{}: {}.  Key: {}", word, *act, keys);
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace

bool is_editing_control(Control control) { return control >= Control::tab_tasks && control <= Control::dialog_cancel; }

Command command_of_editing(Control control) {
  switch (control) {
    case Control::tab_tasks:
      return command::ShowTab{PanelTab::tasks};
    case Control::tab_settings:
      return command::ShowTab{PanelTab::settings};
    case Control::tab_file:
      return command::ShowTab{PanelTab::file};
    case Control::file_text:
      return command::FocusFileText{};
    case Control::undo:
      return command::Undo{};
    case Control::redo:
      return command::Redo{};
    case Control::add_task:
      return command::AddTask{};
    case Control::duplicate_task:
      return command::DuplicateTask{};
    case Control::task_up:
      return command::MoveTask{Way::up};
    case Control::task_down:
      return command::MoveTask{Way::down};
    case Control::delete_task:
      return command::DeleteTask{};
    case Control::after_column:
      return command::ToggleAfterColumn{};
    case Control::notice_first:
      return command::AnswerNotice{NoticeAnswer::first};
    case Control::notice_second:
    case Control::notice_third:
      return command::AnswerNotice{answer_of(control)};
    case Control::dialog_accept:
      return command::AcceptDialog{};
    case Control::dialog_cancel:
      return command::CloseDialog{};
    default:
      return command::EditSelectedCell{};
  }
}

std::string label_of_editing(const AppState& state, Control control) {
  switch (control) {
    case Control::tab_tasks:
      return fmt::format("Tasks {}", state.scenario().tasks.size());
    case Control::tab_settings:
      return "Settings";
    case Control::tab_file:
      return "File";
    case Control::file_text:
      return "file";
    case Control::add_task:
      return "Add a task";
    case Control::undo:
      return "undo";
    case Control::redo:
      return "redo";
    case Control::duplicate_task:
      return "duplicate";
    case Control::task_up:
      return "move up";
    case Control::task_down:
      return "move down";
    case Control::delete_task:
      return "delete";
    case Control::after_column:
      return "after";
    case Control::notice_first:
    case Control::notice_second:
    case Control::notice_third:
      return state.notice ? answer_label(state.notice->kind, answer_of(control)) : "";
    case Control::dialog_accept:
      return dialog_act(state);
    case Control::dialog_cancel:
      return "Cancel";
    default:
      return "tasks";
  }
}

std::string tooltip_of_editing(const AppState& state, Control control) {
  switch (control) {
    case Control::tab_tasks:
      return "What runs: double-click a cell to change it";
    case Control::tab_settings:
      return "Title, how the scenario opens, and the machine it runs on";
    case Control::tab_file:
      return "The scenario's file as text: what you type is read as you type it";
    case Control::undo:
      return capitalised(undo_text("undo", state.document().undoable(), "Ctrl+Z"));
    case Control::redo:
      return capitalised(undo_text("redo", state.document().redoable(), "Ctrl+Shift+Z"));
    case Control::add_task:
      return "Add a task like the last one.  Key, in the table: Insert";
    case Control::duplicate_task:
      return "Duplicate the selected task.  Key: Ctrl+D";
    case Control::task_up:
      return "Move the selected task up.  Key: Alt+Up";
    case Control::task_down:
      return "Move the selected task down.  Key: Alt+Down";
    case Control::delete_task:
      return "Delete the selected task.  Key, in the table: Delete";
    case Control::after_column:
      return "When each task is submitted: show the column, or only where a task comes later than 0 s";
    default:
      return "";
  }
}

bool editing_enabled(const AppState& state, Control control) {
  const bool table = state.panel.tab == PanelTab::tasks;
  switch (control) {
    case Control::undo:
      return state.document().undoable() != nullptr;
    case Control::redo:
      return state.document().redoable() != nullptr;
    case Control::add_task:
    case Control::after_column:
      return table;
    case Control::file_text:
      return state.panel.tab == PanelTab::file;
    case Control::task_table:
      return state.panel.tab != PanelTab::file;
    case Control::duplicate_task:
      return has_task(state);
    case Control::notice_first:
    case Control::notice_second:
    case Control::notice_third:
      return !label_of_editing(state, control).empty();
    case Control::dialog_accept:
    case Control::dialog_cancel:
      return state.dialog.has_value();
    case Control::delete_task:
      return has_task(state) && state.scenario().tasks.size() > 1;
    case Control::task_up:
      return has_task(state) && state.panel.selected->task > 0;
    case Control::task_down:
      return has_task(state) && state.panel.selected->task + 1 < state.scenario().tasks.size();
    default:
      return true;
  }
}

bool editing_chosen(const AppState& state, Control control) {
  switch (control) {
    case Control::tab_tasks:
      return state.panel.tab == PanelTab::tasks;
    case Control::tab_settings:
      return state.panel.tab == PanelTab::settings;
    case Control::tab_file:
      return state.panel.tab == PanelTab::file;
    case Control::after_column:
      return state.panel.after == AfterColumn::always;
    default:
      return false;
  }
}

}  // namespace interleave::gui

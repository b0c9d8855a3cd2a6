// Scenarios and files: the menu, the dialog that asks for a file, the notice bar.
#include <array>
#include <fmt/format.h>

#include "app/gui/model/input/acts.h"
#include "app/gui/model/input/acts/rows.h"
#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

namespace {

constexpr std::array kFileMenu = {"open-lessons"_act, "new-scenario"_act, "open-file"_act, "save-file"_act,
                                  "save-file-as"_act, "save-run"_act,     "export"_act};
constexpr std::array kAnswers = {"answer-first"_act, "answer-second"_act, "answer-third"_act};

std::string accept_label(const AppState& state) {
  if (!state.dialog || state.dialog->purpose == FilePurpose::open) return "Open";
  const bool exports = state.dialog->purpose == FilePurpose::exporting;
  if (exports && state.dialog->asks_about.empty()) return "Export";
  return state.dialog->asks_about.empty() ? "Save" : "Overwrite";
}

Act menu_act(ActId id, std::string label, Command command) {
  return {.id = id, .label = says(std::move(label)), .tooltip = tells(""), .command = wishes(std::move(command))};
}

void add_menu_acts(ActRows& rows) {
  rows.push_back(
      {.id = "scenario"_act,
       .label =
           [](const AppState& state) { return state.scenario().title + (state.document().is_dirty() ? " •" : ""); },
       .tooltip =
           [](const AppState& state, std::string_view) {
             return state.scenario().title + (state.document().is_dirty() ? " (not saved)" : "") +
                    ": choose another scenario, make a new one, open, save";
           },
       .command = wishes(command::OpenMenu{Menu::scenarios}),
       .chosen = [](const AppState& state) { return state.menu == Menu::scenarios; }});
  rows.push_back(menu_act("new-scenario"_act, "New", command::NewScenario{}));
  rows.push_back(menu_act("open-file"_act, "Open a file…", command::OpenDialog{FilePurpose::open}));
  rows.push_back(menu_act("save-file"_act, "Save", command::Save{}));
  rows.push_back(menu_act("save-file-as"_act, "Save as…", command::OpenDialog{FilePurpose::save}));
  rows.push_back(menu_act("save-run"_act, "Save the run…", command::OpenDialog{FilePurpose::save_run}));
  rows.push_back(menu_act("export"_act, "Export…", command::OpenExport{}));
}

void add_answer_act(ActRows& rows, NoticeAnswer answer) {
  const auto label = [answer](const AppState& state) {
    return state.notice ? answer_label(state.notice->kind, answer) : std::string();
  };
  rows.push_back({.id = kAnswers[static_cast<std::size_t>(answer)],
                  .label = label,
                  .tooltip = tells(""),
                  .command = wishes(command::AnswerNotice{answer}),
                  .enabled = [label](const AppState& state) { return !label(state).empty(); }});
}

}  // namespace

std::span<const ActId> file_menu() { return kFileMenu; }
std::span<const ActId> answer_acts() { return kAnswers; }

void add_file_acts(ActRows& rows) {
  add_menu_acts(rows);
  for (const NoticeAnswer answer : {NoticeAnswer::first, NoticeAnswer::second, NoticeAnswer::third}) {
    add_answer_act(rows, answer);
  }
  rows.push_back({.id = "dialog-accept"_act,
                  .label = accept_label,
                  .tooltip = tells(""),
                  .command = wishes(command::AcceptDialog{}),
                  .enabled = [](const AppState& state) { return state.dialog.has_value(); }});
  rows.push_back({.id = "dialog-cancel"_act,
                  .label = says("Cancel"),
                  .tooltip = tells(""),
                  .command = wishes(command::CloseDialog{}),
                  .enabled = [](const AppState& state) { return state.dialog.has_value(); }});
}

}  // namespace interleave::gui

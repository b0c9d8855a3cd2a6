#include "app/gui/model/saving.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "app/gui/model/choosing_file.h"
#include "app/gui/model/editing.h"
#include "app/gui/model/file_text.h"
#include "app/gui/model/recent_files.h"
#include "app/gui/model/run_control.h"
#include "core/scenario/loader.h"

namespace interleave::gui {

namespace {

ScenarioEntry& chosen_entry(AppState& state) { return state.scenarios[state.chosen]; }

void tell(AppState& state, std::string text) { state.notice = Notice{NoticeKind::message, std::move(text)}; }

void ask_about_change(AppState& state) {
  chosen_entry(state).told = state.files->stamp(watched_file(state));
  state.notice = Notice{NoticeKind::changed_outside,
                        fmt::format("{} was changed outside of this window{}.", file_name(watched_file(state)),
                                    is_unsaved(state, state.chosen) ? ", and here too" : "")};
}

void could_not_save(AppState& state, std::string message) {
  if (!state.dialog) return tell(state, std::move(message));
  state.dialog->error = std::move(message);
}

void open_recording(AppState& state, const std::string& path, const std::string& bytes) {
  auto recorded = read_recorded_run(bytes, path);
  if (!recorded) return show_bad_file(state, path, std::move(recorded).error());
  note_recent(state, path);
  state.dialog.reset();
  auto run = std::make_shared<const RecordedRun>(std::move(recorded).value());
  // Its scenario is no file of its own yet: Save asks for one.
  show_opened(state, Document({run->scenario, std::make_shared<const std::string>(run->text), ""}),
              state.files->stamp(path), run);
}

void open_scenario(AppState& state, const std::string& path, std::string text) {
  auto scenario = load_scenario(text, file_name(path));
  if (!scenario) return show_bad_file(state, path, {"This file cannot be opened:", scenario.error()});
  note_recent(state, path);
  state.dialog.reset();
  for (std::size_t i = 0; i < state.scenarios.size(); ++i) {
    const Document& document = state.scenarios[i].document;
    // What was changed there is not thrown away.
    if (document.path() == path && document.is_dirty()) return choose_scenario(state, i);
  }
  Document document(opened_state(std::move(scenario).value(), std::move(text)), path);
  show_opened(state, std::move(document), state.files->stamp(path), nullptr);
}

// A file that has come.
void show_opening(AppState& state, Opening opening) {
  auto& text = *opening.text;
  if (!text) return show_bad_file(state, opening.given, {text.error().message});
  if (is_recording(opening.path)) return open_recording(state, opening.path, text.value());
  open_scenario(state, opening.path, std::move(text).value());
}

void save_run_to(AppState& state, const std::string& path) {
  if (!can_save_run(state)) return could_not_save(state, kNoRunText);
  if (const auto error = state.files->write(path, recording_of_run(state)))
    return could_not_save(state, error->message);
  if (path == watched_file(state)) chosen_entry(state).stamp = state.files->stamp(path);
  note_recent(state, path);
  state.dialog.reset();
}

}  // namespace

Document::State opened_state(Scenario scenario, std::string text) {
  return {std::make_shared<const Scenario>(std::move(scenario)), std::make_shared<const std::string>(std::move(text)),
          ""};
}

void show_opened(AppState& state, Document document, const FileStamp& stamp,
                 std::shared_ptr<const RecordedRun> recorded) {
  const std::string name = recorded != nullptr ? recorded->path : document.path();
  auto entry = std::find_if(state.scenarios.begin(), state.scenarios.end(), [&](const ScenarioEntry& e) {
    if (recorded == nullptr) return !name.empty() && e.document.path() == name;
    return e.recorded != nullptr && e.recorded->path == name && !e.document.is_dirty();
  });
  if (entry == state.scenarios.end()) entry = state.scenarios.insert(entry, ScenarioEntry{});
  entry->name = name;
  entry->scenario = document.scenario();
  entry->document = std::move(document);
  entry->stamp = stamp;
  entry->recorded = std::move(recorded);
  choose_scenario(state, static_cast<std::size_t>(entry - state.scenarios.begin()));
}

void show_bad_file(AppState& state, const std::string& path, RecordingProblem problem) {
  if (!state.dialog) open_dialog(state, FilePurpose::open);
  if (!state.dialog) return tell(state, std::move(problem.message));
  state.dialog->name = TextEdit(path);
  state.dialog->error = std::move(problem.message);
  state.dialog->diagnostics = std::move(problem.diagnostics);
}

void open_file(AppState& state, const std::string& given) {
  if (state.files == nullptr || !leave_text(state)) return;
  const auto opening = std::make_shared<Opening>(Opening{given, state.files->absolute(given)});
  state.openings.push_back(opening);
  state.files->request(opening->path,
                       [opening](Result<std::string, FileError> text) { opening->text.emplace(std::move(text)); });
  take_opened(state);
}

bool take_opened(AppState& state) {
  bool any = false;
  while (!state.openings.empty() && state.openings.front()->text && leave_text(state)) {
    const auto opening = state.openings.front();
    state.openings.erase(state.openings.begin());
    show_opening(state, std::move(*opening));
    any = true;
  }
  return any;
}

bool is_unsaved(const AppState& state, std::size_t position) {
  return state.scenarios[position].document.is_dirty() || !unread_text(state, position).empty();
}

void save(AppState& state) {
  if (state.files == nullptr || !leave_text(state)) return;
  const std::string path = state.document().path();
  if (path.empty()) return open_dialog(state, FilePurpose::save);
  if (is_changed_outside(state)) return ask_about_change(state);
  save_to(state, path);
}

void save_to(AppState& state, const std::string& path) {
  if (is_recording(path)) return save_run_to(state, path);
  ScenarioEntry& entry = chosen_entry(state);
  if (const auto error = state.files->write(path, entry.document.text())) return could_not_save(state, error->message);
  entry.document.mark_saved(path);
  entry.name = path;
  entry.stamp = state.files->stamp(path);
  note_recent(state, path);
  state.dialog.reset();
  state.files->remove(state.files->keeping_place(state.chosen));
  entry.kept = nullptr;
}

const std::string& watched_file(const AppState& state) {
  const auto& recorded = state.scenarios[state.chosen].recorded;
  return state.document().path().empty() && recorded != nullptr ? recorded->path : state.document().path();
}

bool is_changed_outside(const AppState& state) {
  if (state.files == nullptr || watched_file(state).empty()) return false;
  const FileStamp stamp = state.files->stamp(watched_file(state));
  return stamp.exists && stamp != state.scenarios[state.chosen].stamp;
}

void check_file(AppState& state) {
  const bool asks = state.notice && state.notice->kind != NoticeKind::message;
  if (asks || !is_changed_outside(state)) return;
  // What was not answered is asked again before it is overwritten, and not every second.
  if (state.files->stamp(watched_file(state)) != chosen_entry(state).told) ask_about_change(state);
}

void read_again(AppState& state) {
  const std::string path = watched_file(state);
  auto text = state.files->read(path);
  if (!text) return tell(state, text.error().message);
  if (is_recording(path)) return open_recording(state, path, text.value());
  auto scenario = load_scenario(text.value(), file_name(path));
  if (!scenario) {
    return show_bad_file(state, path, {"The file has been changed to one that cannot be read:", scenario.error()});
  }
  const auto before = state.document().scenario();
  ScenarioEntry& entry = chosen_entry(state);
  Document::State next = opened_state(std::move(scenario).value(), std::move(text).value());
  next.act = "read the file again";
  entry.document.edit(std::move(next));
  entry.document.mark_saved(path);
  entry.stamp = state.files->stamp(path);
  entry.scenario = entry.document.scenario();
  give_up_text(state);
  state.panel.selected.reset();
  scenario_changed(state, *before);
}

void keep_mine(AppState& state) { chosen_entry(state).stamp = state.files->stamp(watched_file(state)); }

}  // namespace interleave::gui

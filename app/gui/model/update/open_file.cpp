#include "app/gui/model/update/open_file.h"

#include <algorithm>
#include <utility>

#include "app/gui/model/update/cell_typing.h"
#include "app/gui/model/update/open_dialog.h"
#include "app/gui/model/update/recent_files.h"
#include "app/gui/model/update/shown_run.h"
#include "app/gui/model/update/tell.h"
#include "core/scenario/loader.h"

namespace interleave::gui {

namespace {

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

}  // namespace

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

}  // namespace interleave::gui

#include "app/gui/model/update/open_file.h"

#include <algorithm>
#include <utility>

#include "app/gui/model/update/cell_typing.h"
#include "app/gui/model/update/open_dialog.h"
#include "app/gui/model/update/recent_files.h"
#include "app/gui/model/update/shown_run.h"
#include "app/gui/model/update/tell.h"
#include "app/gui/model/update/typed_file.h"
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
  show_opened(state, opened_entry(std::move(document), state.files->stamp(path)));
}

// A file that has come.
void show_opening(AppState& state, Opening& opening) {
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
  // What somebody is typing is not taken out of their hands for a file that comes late.
  const auto is_free = [&] { return !state.panel.editing && !has_unread_text(state); };
  while (!state.openings.empty() && state.openings.front()->text && is_free()) {
    const auto opening = state.openings.front();
    state.openings.erase(state.openings.begin());
    show_opening(state, *opening);
    any = true;
  }
  return any;
}

void open_recording(AppState& state, const std::string& path, const std::string& bytes) {
  auto recorded = read_recorded_run(bytes, path);
  if (!recorded) return show_bad_file(state, path, std::move(recorded).error());
  note_recent(state, path);
  state.dialog.reset();
  show_opened(state, opened_entry(std::move(recorded).value(), state.files->stamp(path)));
}

Document::State opened_state(Scenario scenario, std::string text) {
  return {std::make_shared<const Scenario>(std::move(scenario)), std::make_shared<const std::string>(std::move(text)),
          ""};
}

ScenarioEntry opened_entry(Document document, const FileStamp& stamp) {
  ScenarioEntry entry{document.path(), document.scenario()};
  entry.document = std::move(document);
  entry.stamp = stamp;
  return entry;
}

ScenarioEntry opened_entry(RecordedRun recorded, const FileStamp& stamp) {
  ScenarioEntry entry{recorded.path, recorded.scenario};
  if (recorded.scenario != nullptr) {
    // Its scenario is no file of its own yet: Save asks for one.
    entry.document = Document({recorded.scenario, std::make_shared<const std::string>(recorded.text), ""});
  } else {
    Scenario title_alone;
    title_alone.title = recorded.timeline->info().scenario;
    entry.scenario = std::make_shared<const Scenario>(std::move(title_alone));
  }
  entry.stamp = stamp;
  entry.recorded = std::make_shared<const RecordedRun>(std::move(recorded));
  return entry;
}

void show_opened(AppState& state, ScenarioEntry opened) {
  auto entry = std::find_if(state.scenarios.begin(), state.scenarios.end(), [&](const ScenarioEntry& e) {
    if (opened.recorded == nullptr) return !opened.name.empty() && e.document.path() == opened.name;
    return e.recorded != nullptr && e.recorded->path == opened.name && !e.document.is_dirty();
  });
  if (entry == state.scenarios.end()) entry = state.scenarios.insert(entry, ScenarioEntry{});
  entry->name = std::move(opened.name);
  entry->scenario = std::move(opened.scenario);
  entry->document = std::move(opened.document);
  entry->stamp = opened.stamp;
  entry->recorded = std::move(opened.recorded);
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

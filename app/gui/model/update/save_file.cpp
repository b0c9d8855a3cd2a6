#include "app/gui/model/update/save_file.h"

#include <utility>

#include "app/gui/model/state/exportable.h"
#include "app/gui/model/state/unsaved.h"
#include "app/gui/model/update/cell_typing.h"
#include "app/gui/model/update/changed_outside.h"
#include "app/gui/model/update/open_dialog.h"
#include "app/gui/model/update/recent_files.h"
#include "app/gui/model/update/tell.h"
#include "core/interchange/recording.h"
#include "core/scenario/writer.h"

namespace interleave::gui {

namespace {

ScenarioEntry& chosen_entry(AppState& state) { return state.scenarios[state.chosen]; }

void could_not_save(AppState& state, std::string message) {
  if (!state.dialog) return tell(state, std::move(message));
  state.dialog->error = std::move(message);
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

void save(AppState& state) {
  if (state.files == nullptr || !leave_text(state)) return;
  const std::string path = state.document().path();
  if (path.empty()) return open_dialog(state, FilePurpose::save);
  if (is_changed_outside(state)) return ask_about_change(state);
  save_to(state, path);
}

void save_to(AppState& state, const std::string& path) {
  if (is_recording(path) || !state.has_program()) return save_run_to(state, path);
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

std::string recording_of_run(const AppState& state) {
  if (!state.has_program()) return write_recording(*state.run.record, "");
  const bool as_shown = state.document().scenario() == state.shown_scenario;
  return write_recording(*state.run.record, as_shown ? state.document().text() : to_json(*state.shown_scenario));
}

}  // namespace interleave::gui

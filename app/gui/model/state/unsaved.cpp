#include "app/gui/model/state/unsaved.h"

namespace interleave::gui {

namespace {

// A new scenario of which nothing was made yet.
bool is_as_made(const ScenarioEntry& entry) {
  return entry.made_from && entry.document.path().empty() && entry.document.undoable() == nullptr;
}

}  // namespace

std::string unread_text(const AppState& state, std::size_t position) {
  const auto& file = state.panel.file;
  const bool unread = position == state.chosen && file && (file->changed || !file->errors.empty());
  return unread ? file->text.text() : std::string();
}

bool can_take_back_new(const AppState& state) {
  return state.chosen + 1 == state.scenarios.size() && is_as_made(state.scenarios.back());
}

bool is_unsaved(const AppState& state, std::size_t position) {
  const ScenarioEntry& entry = state.scenarios[position];
  const bool is_own = entry.scenario != entry.given && !is_as_made(entry);
  return (entry.document.is_dirty() && is_own) || !unread_text(state, position).empty();
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

}  // namespace interleave::gui

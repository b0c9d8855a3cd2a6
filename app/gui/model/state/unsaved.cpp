#include "app/gui/model/state/unsaved.h"

namespace interleave::gui {

std::string unread_text(const AppState& state, std::size_t position) {
  const auto& file = state.panel.file;
  const bool unread = position == state.chosen && file && (file->changed || !file->errors.empty());
  return unread ? file->text.text() : std::string();
}

bool is_unsaved(const AppState& state, std::size_t position) {
  return state.scenarios[position].document.is_dirty() || !unread_text(state, position).empty();
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

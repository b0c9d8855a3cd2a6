#include "app/gui/model/update/recent_files.h"

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kMostRecent = 8;

}  // namespace

void load_recent(AppState& state) {
  if (state.files == nullptr) return;
  const auto text = state.files->read(state.files->recent_place());
  if (!text) return;
  state.recent.clear();
  std::string_view rest = text.value();
  while (!rest.empty() && state.recent.size() < kMostRecent) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    if (line.starts_with('/')) state.recent.emplace_back(line);
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
}

void note_recent(AppState& state, const std::string& path) {
  load_recent(state);  // another window may have opened some meanwhile
  std::erase(state.recent, path);
  state.recent.insert(state.recent.begin(), path);
  if (state.recent.size() > kMostRecent) state.recent.pop_back();
  std::string text;
  for (const std::string& recent : state.recent) text += recent + "\n";
  // Nobody is to be disturbed because a list could not be kept.
  static_cast<void>(state.files->write(state.files->recent_place(), text));
}

}  // namespace interleave::gui

#include "app/gui/model/update/accept_dialog.h"

#include "app/gui/model/state/unsaved.h"
#include "app/gui/model/update/export_run.h"
#include "app/gui/model/update/open_dialog.h"
#include "app/gui/model/update/open_file.h"
#include "app/gui/model/update/save_file.h"

namespace interleave::gui {

namespace {

void move_pick(AppState& state, int by) {
  FileDialog& dialog = *state.dialog;
  if (dialog.entries.empty()) return;
  const std::size_t last = dialog.entries.size() - 1;
  if (!dialog.picked) {
    dialog.picked = by > 0 ? 0 : last;
  } else {
    const bool stays = by < 0 ? *dialog.picked == 0 : *dialog.picked == last;
    if (!stays) dialog.picked = *dialog.picked + static_cast<std::size_t>(by);
  }
  const DialogEntry& entry = dialog.entries[*dialog.picked];
  const bool is_within = entry.kind == DialogEntry::Kind::file || entry.kind == DialogEntry::Kind::folder;
  dialog.name = TextEdit(is_within ? entry.name : entry.path);
  dialog.asks_about.clear();
}

}  // namespace

void press_in_dialog(AppState& state, const TextPress& press) {
  FileDialog& dialog = *state.dialog;
  switch (press.key) {
    case TextKey::escape:
      return close_dialog(state);
    case TextKey::enter:
      return accept_dialog(state);
    case TextKey::up:
      return move_pick(state, -1);
    case TextKey::down:
      return move_pick(state, +1);
    default:
      dialog.asks_about.clear();
      dialog.name.press(press, state.clipboard);
  }
}

void pick_in_dialog(AppState& state, std::size_t position) {
  if (!state.dialog || position >= state.dialog->entries.size()) return;
  FileDialog& dialog = *state.dialog;
  const DialogEntry entry = dialog.entries[position];
  dialog.asks_about.clear();
  if (entry.kind == DialogEntry::Kind::parent || entry.kind == DialogEntry::Kind::folder) {
    return enter_folder(dialog, *state.files, entry.path, state.recent);
  }
  const bool again = dialog.picked == position && dialog.purpose == FilePurpose::open;
  dialog.picked = position;
  dialog.name = TextEdit(entry.kind == DialogEntry::Kind::recent ? entry.path : entry.name);
  if (again) accept_dialog(state);
}

void accept_dialog(AppState& state) {
  if (!state.dialog) return;
  FileDialog& dialog = *state.dialog;
  dialog.error.clear();
  dialog.diagnostics.clear();
  const std::string path = chosen_path(dialog);
  if (path.empty()) {
    dialog.error = "Type a name, or choose a file.";
    return;
  }
  if (state.files->is_folder(path)) {
    dialog.name = TextEdit();
    return enter_folder(dialog, *state.files, path, state.recent);
  }
  if (dialog.purpose == FilePurpose::open) return open_file(state, path);
  const std::string absolute = state.files->absolute(path);
  const bool exports = dialog.purpose == FilePurpose::exporting;
  if (exports && absolute == state.document().path()) {
    dialog.error = file_name(path) + " is the scenario itself: choose another name.";
    return;
  }
  const bool overwrites =
      state.files->stamp(absolute).exists && (absolute != state.document().path() || is_changed_outside(state));
  if (overwrites && dialog.asks_about != absolute) {
    dialog.asks_about = absolute;
    return;
  }
  exports ? export_to(state, absolute) : save_to(state, absolute);
}

}  // namespace interleave::gui

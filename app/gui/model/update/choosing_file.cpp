#include "app/gui/model/update/choosing_file.h"

#include <fmt/format.h>
#include <utility>

#include "app/gui/model/update/editing.h"
#include "app/gui/model/update/exporting.h"
#include "app/gui/model/update/saving.h"
#include "core/interchange/recording.h"

namespace interleave::gui {

namespace {

std::string suggested_name(const AppState& state, FilePurpose purpose) {
  if (purpose == FilePurpose::open) return {};
  if (purpose == FilePurpose::exporting) return suggested_export_name(state);
  const std::string& path = state.document().path();
  if (purpose == FilePurpose::save && !path.empty()) return file_name(path);
  std::string name = name_for_file(state.scenario().title);
  if (purpose == FilePurpose::save) return name.append(kScenarioExtension);
  return fmt::format("{}-{}{}", name, name_for_file(title(state.run.settings.mode)), kRecordingExtension);
}

std::string ending_of(const AppState& state, FilePurpose purpose) {
  if (purpose == FilePurpose::exporting) return std::string(text_of(state.exporting.kind).ending);
  return std::string(purpose == FilePurpose::save ? kScenarioExtension : kRecordingExtension);
}

std::string folder_to_begin_in(const AppState& state, FilePurpose purpose) {
  const std::string& last = state.exporting.folder;
  if (purpose == FilePurpose::exporting && !last.empty() && state.files->is_folder(last)) return last;
  const auto& recorded = state.scenarios[state.chosen].recorded;
  if (!state.document().path().empty()) return folder_of(state.document().path());
  return recorded != nullptr ? folder_of(recorded->path) : ".";
}

void move_mark(AppState& state, int by) {
  FileDialog& dialog = *state.dialog;
  if (dialog.entries.empty()) return;
  const std::size_t last = dialog.entries.size() - 1;
  if (!dialog.marked) {
    dialog.marked = by > 0 ? 0 : last;
  } else {
    const bool stays = by < 0 ? *dialog.marked == 0 : *dialog.marked == last;
    if (!stays) dialog.marked = *dialog.marked + static_cast<std::size_t>(by);
  }
  const DialogEntry& entry = dialog.entries[*dialog.marked];
  const bool is_within = entry.kind == DialogEntry::Kind::file || entry.kind == DialogEntry::Kind::folder;
  dialog.name = TextEdit(is_within ? entry.name : entry.path);
  dialog.asks_about.clear();
}

}  // namespace

std::string name_for_file(std::string_view title) {
  std::string name;
  for (const char c : title) {
    const bool kept = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    const bool capital = c >= 'A' && c <= 'Z';
    if (kept || capital) name += capital ? static_cast<char>(c - 'A' + 'a') : c;
    if (!kept && !capital && !name.empty() && name.back() != '-') name += '-';
  }
  while (name.ends_with('-')) name.pop_back();
  return name.empty() ? "scenario" : name;
}

void open_dialog(AppState& state, FilePurpose purpose) {
  state.menu = Menu::none;
  if (state.files == nullptr || !leave_text(state)) return;
  if (purpose == FilePurpose::save_run && !can_save_run(state)) {
    state.notice = Notice{NoticeKind::message, kNoRunText};
    return;
  }
  FileDialog dialog;
  dialog.purpose = purpose;
  dialog.ending = ending_of(state, purpose);
  dialog.name = TextEdit(suggested_name(state, purpose));
  dialog.name.select_all();
  enter_folder(dialog, *state.files, folder_to_begin_in(state, purpose), state.recent);
  state.dialog = std::move(dialog);
}

void close_dialog(AppState& state) { state.dialog.reset(); }

void press_in_dialog(AppState& state, const TextPress& press) {
  FileDialog& dialog = *state.dialog;
  switch (press.key) {
    case TextKey::escape:
      return close_dialog(state);
    case TextKey::enter:
      return accept_dialog(state);
    case TextKey::up:
      return move_mark(state, -1);
    case TextKey::down:
      return move_mark(state, +1);
    default:
      dialog.asks_about.clear();
      dialog.name.press(press, state.clipboard);
  }
}

void mark_in_dialog(AppState& state, std::size_t position) {
  if (!state.dialog || position >= state.dialog->entries.size()) return;
  FileDialog& dialog = *state.dialog;
  const DialogEntry entry = dialog.entries[position];
  dialog.asks_about.clear();
  if (entry.kind == DialogEntry::Kind::parent || entry.kind == DialogEntry::Kind::folder) {
    return enter_folder(dialog, *state.files, entry.path, state.recent);
  }
  const bool again = dialog.marked == position && dialog.purpose == FilePurpose::open;
  dialog.marked = position;
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

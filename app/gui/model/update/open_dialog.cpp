#include "app/gui/model/update/open_dialog.h"

#include <fmt/format.h>
#include <utility>

#include "app/gui/model/files/file_names.h"
#include "app/gui/model/state/exportable.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/model/update/cell_typing.h"
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
  return fmt::format("{}-{}{}", name, name_for_file(title_of_run(state)), kRecordingExtension);
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

}  // namespace

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

}  // namespace interleave::gui

#include "app/gui/model/update/export_run.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "app/gui/model/files/file_names.h"
#include "app/gui/model/state/exportable.h"
#include "app/gui/model/update/cell_typing.h"
#include "app/gui/model/update/open_dialog.h"
#include "app/gui/model/update/recent_files.h"
#include "app/gui/model/update/save_file.h"
#include "app/gui/model/update/tell.h"
#include "core/interchange/record_json.h"
#include "core/interchange/span_csv.h"
#include "core/interchange/svg_chart.h"
#include "core/interchange/trace.h"
#include "core/listing/list_program.h"

namespace interleave::gui {

namespace {

// A file that is to be written, and what else there is to say of it.
struct Exported {
  std::string bytes;
  std::string remark = {};
};

std::string program(const AppState& state, Language language) {
  return list_program(*state.shown_scenario, state.settings.mode, state.settings.max_workers, language).text();
}

Result<Exported, std::string> picture(const AppState& state) {
  auto painted = state.paint(state.exporting.times);
  if (!painted) return std::move(painted).error();
  Painting painting = std::move(painted).value();
  return Exported{std::move(painting.png), fmt::format("{} × {} pixels, ", painting.width, painting.height)};
}

Result<Exported, std::string> exported(const AppState& state, ExportKind kind) {
  const Timeline& run = *state.run.record;
  switch (kind) {
    case ExportKind::window:
      return picture(state);
    case ExportKind::bars:
      return Exported{svg_chart(run)};
    case ExportKind::trace:
      return Exported{trace_json(run)};
    case ExportKind::table:
      return Exported{span_csv(run)};
    case ExportKind::record:
      return Exported{record_json(run)};
    case ExportKind::recording:
      return Exported{recording_of_run(state)};
    case ExportKind::python:
      return Exported{program(state, Language::python)};
    case ExportKind::cpp:
      return Exported{program(state, Language::cpp)};
  }
  return Exported{};
}

void write_export(AppState& state, const std::string& path) {
  const ExportKind kind = state.exporting.kind;
  if (const auto reason = why_not_exported(state, kind); !reason.empty()) {
    return tell(state, fmt::format("{}: {}.", text_of(kind).label, reason));
  }
  const auto made = exported(state, kind);
  if (!made) return tell(state, made.error());
  const Exported& file = made.value();
  if (const auto error = state.files->write(path, file.bytes)) return tell(state, error->message);
  if (kind == ExportKind::recording) note_recent(state, path);
  tell(state, fmt::format("Wrote {} to {} ({}{})", file_name(path), folder_of(path), file.remark,
                          size_text(file.bytes.size())));
}

}  // namespace

void open_export(AppState& state) {
  const bool closes = state.menu == Menu::exports;
  state.menu = Menu::none;
  state.focused.reset();
  if (closes || state.files == nullptr || !leave_text(state)) return;
  state.dialog.reset();
  state.menu = Menu::exports;
}

void pick_export(AppState& state, ExportKind kind) {
  state.exporting.kind = kind;
  state.focused.reset();
}

void set_picture_times(AppState& state, int times) {
  state.exporting.kind = ExportKind::window;
  state.exporting.times = std::clamp(times, 1, kMostPictureTimes);
}

void accept_export(AppState& state) {
  if (state.menu != Menu::exports || !why_not_exported(state, state.exporting.kind).empty()) return;
  state.focused.reset();
  open_dialog(state, FilePurpose::exporting);
}

void export_to(AppState& state, const std::string& path) {
  state.exporting.folder = folder_of(path);
  state.dialog.reset();
  write_export(state, path);
}

void copy_program(AppState& state) {
  if (state.code.listing == nullptr) return;
  state.clipboard.write(state.code.listing->text());
  state.code.copied = state.code.listing;
}

}  // namespace interleave::gui

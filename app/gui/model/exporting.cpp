#include "app/gui/model/exporting.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "app/gui/model/choosing_file.h"
#include "app/gui/model/editing.h"
#include "app/gui/model/recent_files.h"
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
  return list_program(state.steps->scenario(), state.settings.mode, state.settings.max_workers, language).text();
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

void announce(AppState& state, std::string text) { state.notice = Notice{NoticeKind::message, std::move(text)}; }

void write_export(AppState& state, const std::string& path) {
  const ExportKind kind = state.exporting.kind;
  if (const auto reason = why_not_exported(state, kind); !reason.empty()) {
    return announce(state, fmt::format("{}: {}.", text_of(kind).label, reason));
  }
  const auto made = exported(state, kind);
  if (!made) return announce(state, made.error());
  const Exported& file = made.value();
  if (const auto error = state.files->write(path, file.bytes)) return announce(state, error->message);
  if (kind == ExportKind::recording) note_recent(state, path);
  announce(state, fmt::format("Wrote {} to {} ({}{})", file_name(path), folder_of(path), file.remark,
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

void mark_export(AppState& state, ExportKind kind) {
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

std::string_view why_not_exported(const AppState& state, ExportKind kind) {
  if (is_program(kind)) return {};
  if (kind == ExportKind::window) return state.paint ? "" : "there is no display to draw it on";
  if (!state.run.started) return "needs a run: press Run first";
  if (kind == ExportKind::recording && !can_save_run(state)) return "is there when the run has ended";
  return {};
}

std::string exported_run(const AppState& state) {
  if (!state.run.started) return "Nothing has been run yet";
  const bool real = state.run.clock == ClockKind::real_time;
  const bool whole = state.run.record->finished();
  return fmt::format("Run: {}, {}, {}", title(state.run.settings.mode), real ? "in real time" : "simulated",
                     whole ? "to its end" : "so far");
}

std::string suggested_export_name(const AppState& state) {
  const ExportKind kind = state.exporting.kind;
  const Mode mode = is_program(kind) ? state.settings.mode : state.run.settings.mode;
  const bool compared = kind == ExportKind::window && state.comparing;
  const ExportKindText& text = text_of(kind);
  return fmt::format("{}-{}{}{}", name_for_file(state.scenario().title),
                     compared ? "compared" : name_for_file(title(mode)), text.name_part, text.ending);
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

std::string size_text(std::uint64_t bytes) {
  constexpr double kThousand = 1000;
  const auto size = static_cast<double>(bytes);
  if (size < kThousand) return fmt::format("{} bytes", bytes);
  if (size < kThousand * kThousand) return fmt::format("{:.1f} kB", size / kThousand);
  return fmt::format("{:.1f} MB", size / (kThousand * kThousand));
}

}  // namespace interleave::gui

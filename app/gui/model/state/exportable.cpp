#include "app/gui/model/state/exportable.h"

#include <fmt/format.h>

#include "app/gui/model/files/file_names.h"
#include "app/gui/model/state/shown.h"

namespace interleave::gui {

bool can_save_run(const AppState& state) { return state.run.started && state.run.record->finished(); }

std::string_view why_not_exported(const AppState& state, ExportKind kind) {
  if (is_program(kind)) return state.has_program() ? "" : "this recording holds no scenario";
  if (kind == ExportKind::window) return state.paint ? "" : "there is no display to draw it on";
  if (!state.run.started) return "needs a run: press Run first";
  if (kind == ExportKind::recording && !can_save_run(state)) return "is there when the run has ended";
  return {};
}

std::string exported_run(const AppState& state) {
  if (!state.run.started) return "Nothing has been run yet";
  const bool real = state.run.clock == ClockKind::real_time;
  const bool whole = state.run.record->finished();
  return fmt::format("Run: {}, {}, {}", title_of_run(state), real ? "in real time" : "simulated",
                     whole ? "to its end" : "so far");
}

std::string suggested_export_name(const AppState& state) {
  const ExportKind kind = state.exporting.kind;
  const std::string_view how = is_program(kind) ? title(state.settings.mode) : title_of_run(state);
  const bool compared = kind == ExportKind::window && state.comparing;
  const ExportKindText& text = text_of(kind);
  return fmt::format("{}-{}{}{}", name_for_file(state.scenario().title), compared ? "compared" : name_for_file(how),
                     text.name_part, text.ending);
}

}  // namespace interleave::gui

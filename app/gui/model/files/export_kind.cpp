#include "app/gui/model/files/export_kind.h"

#include "core/interchange/recording.h"

namespace interleave::gui {

const ExportKindText& text_of(ExportKind kind) {
  static constexpr std::array<ExportKindText, kExportKindCount> kTexts = {{
      {"Picture of the window", "PNG", ".png", ""},
      {"Picture of the bars", "SVG, a vector picture for slides", ".svg", ""},
      {"Trace", "JSON, opens in ui.perfetto.dev", ".json", "-trace"},
      {"Table", "CSV, a row a bar, for spreadsheets", ".csv", ""},
      {"Results", "JSON, the whole record, for programs", ".json", "-results"},
      {"Recording", "the run itself, opens here again", kRecordingExtension, ""},
      {"Program in Python", "runs as it is, Python 3.9", ".py", ""},
      {"Program in C++", "C++20, compiles as it is", ".cpp", ""},
  }};
  return kTexts[static_cast<std::size_t>(kind)];
}

}  // namespace interleave::gui

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace interleave::gui {

// What can be taken along, in the order in which it is offered.
enum class ExportKind : std::uint8_t { window, bars, trace, table, record, recording, python, cpp };

inline constexpr std::size_t kExportKindCount = static_cast<std::size_t>(ExportKind::cpp) + 1;
inline constexpr int kMostPictureTimes = 4;  // a picture's pixels for one of the window, across and down

struct ExportKindText {
  std::string_view label;
  std::string_view use;        // what it is good for, in half a line
  std::string_view ending;     // of its file
  std::string_view name_part;  // what its file's name says besides the scenario and the mode
};

const ExportKindText& text_of(ExportKind kind);

// One that is of the scenario and the mode, whatever was run.
constexpr bool is_program(ExportKind kind) { return kind == ExportKind::python || kind == ExportKind::cpp; }

constexpr ExportKind export_kind_at(std::size_t position) { return static_cast<ExportKind>(position); }

}  // namespace interleave::gui

#pragma once

#include <array>
#include <string_view>

#include "core/interchange/chart_cells.h"

namespace interleave {

// What a chart is drawn with. Each takes one column.
struct ChartGlyphs {
  std::array<std::string_view, 7> cells;  // by Cell
  std::array<std::string_view, 5> marks;  // by Outcome, where a lane ends
  std::string_view tick;
  std::string_view line;
  std::string_view ellipsis;

  std::string_view of(Cell cell) const { return cells.at(static_cast<std::size_t>(cell)); }
  std::string_view of(Outcome outcome) const { return marks.at(static_cast<std::size_t>(outcome)); }
};

inline constexpr ChartGlyphs kUtf8Glyphs = {
    .cells = {" ", "█", "╱", "▒", "·", "─", "▏"},
    .marks = {"✓", "✗", "┃", "∞", "○"},
    .tick = "┬",
    .line = "─",
    .ellipsis = "…",
};

inline constexpr ChartGlyphs kAsciiGlyphs = {
    .cells = {" ", "#", "/", "%", ".", "-", "|"},
    .marks = {"v", "x", "!", "*", "o"},
    .tick = "+",
    .line = "-",
    .ellipsis = "~",
};

}  // namespace interleave

#pragma once

#include <array>
#include <string_view>

#include "core/interchange/chart_cells.h"

namespace interleave {

// What a chart is drawn with. Each takes one column.
struct ChartGlyphs {
  std::array<std::string_view, kSpanKinds> kinds;  // by SpanKind
  std::string_view brief;
  std::array<std::string_view, 5> marks;  // by Outcome, where a lane ends
  std::string_view tick;
  std::string_view line;
  std::string_view ellipsis;
  std::string_view begin;  // of a stretch that has words

  std::string_view of(SpanKind kind) const { return kinds.at(static_cast<std::size_t>(kind)); }
  std::string_view of(Cell cell) const {
    if (cell.shows == Cell::Shows::spans) return of(cell.kind);
    return cell.shows == Cell::Shows::brief ? brief : " ";
  }
  std::string_view of(Outcome outcome) const { return marks.at(static_cast<std::size_t>(outcome)); }
};

inline constexpr ChartGlyphs kUtf8Glyphs = {
    .kinds = {"█", "╱", "▒", "·", "·", "─"},
    .brief = "▏",
    .marks = {"✓", "✗", "┃", "∞", "○"},
    .tick = "┬",
    .line = "─",
    .ellipsis = "…",
    .begin = "│",
};

inline constexpr ChartGlyphs kAsciiGlyphs = {
    .kinds = {"#", "/", "%", ".", ".", "-"},
    .brief = "|",
    .marks = {"v", "x", "!", "*", "o"},
    .tick = "+",
    .line = "-",
    .ellipsis = "~",
    .begin = "|",
};

}  // namespace interleave

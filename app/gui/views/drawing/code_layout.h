#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "core/listing/listing.h"

namespace interleave::gui {

// One row of the code panel: a line or a part of one, or what stands for folded lines.
struct CodeRow {
  std::size_t line = 0;
  std::size_t begin = 0;  // the part of the line's text, in bytes
  std::size_t end = 0;
  std::size_t indent = 0;  // columns left free before it
  std::size_t folded = 0;  // how many lines it stands for; 0 where it is text
  bool is_first = true;    // of its line
  bool is_last = true;
};

enum class Support : std::uint8_t { folded, shown };

// What a row's width is used for, in columns, which are characters.
struct CodeColumns {
  std::size_t count = 80;
  // How many are to be free at the end of a line's last row, for the tasks that stand there; 0 where there never are
  // any.
  std::function<std::size_t(const ListingLine&)> for_standing;
};

// The listing in rows that are not wider than the columns, broken where the eye expects it; a line whose tasks have no
// room behind it has an empty row for them. Folded, lines of support
// that follow each other are one row, and nowhere is there more than one empty row; the heading, which the window says
// anyway, is left out.
std::vector<CodeRow> lay_out_code(const Listing& listing, Support support, const CodeColumns& columns);

}  // namespace interleave::gui

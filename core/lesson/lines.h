#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/blanks.h"

namespace interleave::lesson {

// A line of a file's text.
struct Line {
  std::string_view text;   // without its end
  std::size_t offset = 0;  // of its first byte
  std::size_t next = 0;    // of the line behind it, or the text's end

  std::string_view trimmed() const { return without_blanks(text); }
  // Where `part`, which is a part of the line, stands in the file's text.
  std::size_t offset_of(std::string_view part) const {
    return offset + static_cast<std::size_t>(part.data() - text.data());
  }
};

// The line that begins at that byte.
constexpr Line line_at(std::string_view text, std::size_t offset) {
  const std::size_t end = text.find('\n', offset);
  if (end == std::string_view::npos) return {text.substr(offset), offset, text.size()};
  std::string_view line = text.substr(offset, end - offset);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return {line, offset, end + 1};
}

}  // namespace interleave::lesson

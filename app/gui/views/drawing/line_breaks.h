#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace interleave::gui {

// A place at which a paragraph may go on in a new line, in bytes of its text.
struct LineBreak {
  std::size_t end = 0;   // of what stands before it
  std::size_t next = 0;  // where the new line begins: behind the space, where there is one
};

// All such places, and the text's end: at spaces, and, as Chinese and Japanese have none, between their letters. By the
// rules of Unicode's annex 14, as far as these need them: no line begins with what closes, nor ends with what opens.
std::vector<LineBreak> line_breaks(std::string_view text);

}  // namespace interleave::gui

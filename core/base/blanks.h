#pragma once

#include <cstddef>
#include <string_view>

namespace interleave {

inline constexpr std::string_view kBlanks = " \t\r\n";

// A part of the text: all of it without blanks and line breaks at its ends.
constexpr std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return text.substr(text.size());
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

}  // namespace interleave

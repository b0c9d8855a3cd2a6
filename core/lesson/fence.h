#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/lesson/lines.h"

namespace interleave::lesson {

// The line that begins a code fence.
struct Fence {
  char mark = '`';
  std::size_t length = 3;
  std::size_t indent = 0;
  std::string_view info;  // what stands behind it

  // Whether the line ends it.
  bool is_ended_by(const Line& line) const {
    const std::string_view text = line.trimmed();
    return text.size() >= length && text.find_first_not_of(mark) == std::string_view::npos;
  }
};

inline std::optional<Fence> fence_of(const Line& line) {
  constexpr std::size_t kShortest = 3;
  const std::string_view text = line.trimmed();
  if (text.empty() || (text.front() != '`' && text.front() != '~')) return std::nullopt;
  const char mark = text.front();
  std::size_t length = text.find_first_not_of(mark);
  if (length == std::string_view::npos) length = text.size();
  const std::string_view info = without_blanks(text.substr(length));
  if (length < kShortest || (mark == '`' && info.find('`') != std::string_view::npos)) return std::nullopt;
  return Fence{mark, length, static_cast<std::size_t>(text.data() - line.text.data()), info};
}

}  // namespace interleave::lesson

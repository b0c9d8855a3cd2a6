#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace interleave {

// "66 468 720"
inline std::string in_groups(std::string_view digits) {
  constexpr std::size_t kGroup = 3;
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % kGroup == 0) text += ' ';
    text += digits[i];
  }
  return text;
}

inline std::string in_groups(std::unsigned_integral auto number) { return in_groups(std::to_string(number)); }

}  // namespace interleave

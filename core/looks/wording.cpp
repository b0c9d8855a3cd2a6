#include "core/looks/wording.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace interleave {

std::string plural(std::string_view noun) {
  const bool hisses = !noun.empty() && noun.back() == 's';
  return fmt::format("{}{}", noun, hisses ? "es" : "s");
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}", count, count == 1 ? std::string(noun) : plural(noun));
}

std::string in_capitals(std::string_view words) {
  std::string capitals(words);
  std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
  return capitals;
}

}  // namespace interleave

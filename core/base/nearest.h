#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace interleave {

inline constexpr std::size_t kLongestComparedName = 64;

// How many letters must be inserted, left out, replaced or swapped with their neighbour to make one word of the other;
// case does not count, and neither word is longer than kLongestComparedName bytes. (Optimal string alignment: Boytsov,
// "Indexing methods for approximate dictionary searching", 2011, section 2.1.)
std::size_t edit_distance(std::string_view one, std::string_view other);

// The one of `names` that `word` was probably meant to be: at most a third of its letters differ, and at least one may.
// The first of equally near ones; nothing where none is near.
template <class Names>
std::optional<std::string> nearest_name(std::string_view word, const Names& names) {
  if (word.size() > kLongestComparedName) return std::nullopt;
  std::optional<std::string> best;
  std::size_t allowed = std::max<std::size_t>(word.size() / 3, 1);
  for (const auto& candidate : names) {
    const std::string_view name = candidate;
    if (name.size() > kLongestComparedName) continue;
    const std::size_t distance = edit_distance(word, name);
    if (distance > allowed || distance >= name.size() || (best && distance == allowed)) continue;
    best = std::string(name);
    allowed = distance;
  }
  return best;
}

}  // namespace interleave

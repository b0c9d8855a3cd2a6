#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace interleave::gui {

// Things to know in the first minutes, in the order in which they are of use.
enum class Hint : std::uint8_t { play, zoom, select_range, details, help };

inline constexpr std::size_t kHints = 5;

// How often each was done. What was done once is known; dismissed hints never come back.
struct HintsSeen {
  std::array<int, kHints> used{};
  bool dismissed = false;

  friend bool operator==(const HintsSeen&, const HintsSeen&) = default;
};

// The next useful thing, or none: everything is known, or they were dismissed.
std::optional<Hint> next_hint(const HintsSeen& seen);

// In one line, and in fewer words for where there is less room.
struct HintText {
  std::string_view full;
  std::string_view brief;
};
HintText text_of(Hint hint);

}  // namespace interleave::gui

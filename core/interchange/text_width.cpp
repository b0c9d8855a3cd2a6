#include "core/interchange/text_width.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "core/base/utf8.h"

namespace interleave {
namespace {

struct Range {
  std::uint32_t first, last;
};

// The blocks that matter in names, after Unicode's EastAsianWidth.txt (W and F) and its combining marks.
constexpr std::array kWide = {Range{0x1100, 0x115f},   Range{0x2e80, 0x303e},   Range{0x3041, 0x33ff},
                              Range{0x3400, 0x4dbf},   Range{0x4e00, 0x9fff},   Range{0xa000, 0xa4cf},
                              Range{0xac00, 0xd7a3},   Range{0xf900, 0xfaff},   Range{0xfe30, 0xfe6f},
                              Range{0xff00, 0xff60},   Range{0xffe0, 0xffe6},   Range{0x1f300, 0x1f64f},
                              Range{0x1f680, 0x1f6ff}, Range{0x1f900, 0x1faff}, Range{0x20000, 0x3fffd}};
constexpr std::array kCombining = {Range{0x0300, 0x036f}, Range{0x0483, 0x0489}, Range{0x0591, 0x05bd},
                                   Range{0x0610, 0x061a}, Range{0x064b, 0x065f}, Range{0x1ab0, 0x1aff},
                                   Range{0x1dc0, 0x1dff}, Range{0x200b, 0x200f}, Range{0x20d0, 0x20ff},
                                   Range{0xfe00, 0xfe0f}, Range{0xfe20, 0xfe2f}};

template <std::size_t N>
bool among(const std::array<Range, N>& ranges, std::uint32_t code_point) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const Range& range) { return range.first <= code_point && code_point <= range.last; });
}

std::uint32_t code_point(std::string_view character) {
  constexpr std::array<std::uint32_t, 5> kFirstByteBits = {0, 0x7f, 0x1f, 0x0f, 0x07};
  std::uint32_t result = static_cast<unsigned char>(character[0]) & kFirstByteBits.at(character.size());
  for (char c : character.substr(1)) result = result << 6U | (static_cast<unsigned char>(c) & 0x3fU);
  return result;
}

int width_of_character(std::string_view character) {
  const std::uint32_t code = code_point(character);
  if (code < 0x300) return 1;
  if (among(kCombining, code)) return 0;
  return among(kWide, code) ? 2 : 1;
}

std::string_view first_character(std::string_view text) {
  return text.substr(0, std::max<std::size_t>(1, utf8_length(text)));
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    const std::string_view character = first_character(text);
    width += width_of_character(character);
    text.remove_prefix(character.size());
  }
  return width;
}

std::string cut_to_width(std::string_view text, int width, std::string_view ellipsis) {
  if (display_width(text) <= width) return std::string(text);
  const int left = width - display_width(ellipsis);
  std::size_t size = 0;
  for (int used = 0; size < text.size();) {
    const std::string_view character = first_character(text.substr(size));
    used += width_of_character(character);
    if (used > left) break;
    size += character.size();
  }
  return std::string(text.substr(0, size)).append(ellipsis);
}

std::string printable(std::string_view text, bool utf8) {
  std::string result;
  while (!text.empty()) {
    const std::string_view character = first_character(text);
    const bool shown = utf8_length(character) == character.size() && !is_control(character);
    if (shown && (utf8 || character.size() == 1)) {
      result += character;
    } else {
      result += utf8 ? "\uFFFD" : "?";
    }
    text.remove_prefix(character.size());
  }
  return result;
}

}  // namespace interleave

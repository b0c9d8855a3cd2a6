#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace interleave::gui {

// What stands for a byte that belongs to no character: this and the byte.
inline constexpr char32_t kLooseByte = 0x110000;
inline constexpr char32_t kJoiner = 0x200D;
inline constexpr char32_t kNonJoiner = 0x200C;

// The letters that the window's own fonts are loaded with: Latin, Greek, Cyrillic, punctuation, arrows.
struct OwnLetters {
  char32_t first = 0;
  char32_t last = 0;
};
inline constexpr std::array<OwnLetters, 4> kOwnLetters = {
    {{0x0020, 0x024F}, {0x0370, 0x052F}, {0x2010, 0x2060}, {0x2190, 0x21FF}}};
bool is_in_own_fonts(char32_t code);

struct Letter {
  char32_t code = 0;
  std::size_t length = 1;  // in bytes
};

// The code point that begins there, or the loose byte; `at` lies within the text.
Letter letter_at(std::string_view text, std::size_t at);

// Belongs to the letter before it.
bool is_mark(char32_t code);
// Can be drawn only by what knows its script: from right to left, joined, or put above and below.
bool needs_shaping(char32_t code);
// Draws nothing by itself.
bool is_unseen(char32_t code);

// Where what a reader takes for one letter ends: with its marks, or as a picture of several code points. By the rules
// of Unicode's annex 29, as far as scripts in use need them.
std::size_t grapheme_end(std::string_view text, std::size_t at);

}  // namespace interleave::gui

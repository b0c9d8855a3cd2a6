#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace interleave::lesson {

// How a piece of text stands out. Several may hold at once.
struct Emphasis {
  bool strong = false;
  bool slanted = false;
  bool code = false;

  friend bool operator==(const Emphasis&, const Emphasis&) = default;
};

// A stretch of text that looks alike. A line break that is wanted is a '\n' in it; the others are blanks.
struct Piece {
  std::string text;
  Emphasis emphasis = {};
  std::string link = {};  // where it leads to; empty: nowhere

  friend bool operator==(const Piece&, const Piece&) = default;
};

// A text of a lesson, as it is drawn. No piece is empty, and no two beside each other are alike.
using Words = std::vector<Piece>;

void append(Words& words, Piece piece);
// Without what is about how it looks, and without links.
std::string plain_text(const Words& words);
// Without blanks and line breaks at its ends.
Words trimmed(Words words);

}  // namespace interleave::lesson

#include "core/lesson/words.h"

#include <utility>

#include "core/lesson/lines.h"

namespace interleave::lesson {

void append(Words& words, Piece piece) {
  if (piece.text.empty()) return;
  const bool goes_on = !words.empty() && words.back().emphasis == piece.emphasis && words.back().link == piece.link;
  if (!goes_on) return words.push_back(std::move(piece));
  words.back().text += piece.text;
}

std::string plain_text(const Words& words) {
  std::string text;
  for (const Piece& piece : words) text += piece.text;
  return text;
}

Words trimmed(Words words) {
  while (!words.empty()) {
    std::string& text = words.back().text;
    text.erase(text.find_last_not_of(kBlanks) + 1);
    if (!text.empty()) break;
    words.pop_back();
  }
  while (!words.empty()) {
    std::string& text = words.front().text;
    text.erase(0, text.find_first_not_of(kBlanks));
    if (!text.empty()) break;
    words.erase(words.begin());
  }
  return words;
}

}  // namespace interleave::lesson

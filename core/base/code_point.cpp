#include "core/base/code_point.h"

namespace interleave {

std::string utf8(char32_t character) {
  std::string text;
  const auto add = [&](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
  if (character < 0x80) {
    add(character);
  } else if (character < 0x800) {
    add(0xC0 | (character >> 6));
    add(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    add(0xE0 | (character >> 12));
    add(0x80 | ((character >> 6) & 0x3F));
    add(0x80 | (character & 0x3F));
  } else {
    add(0xF0 | (character >> 18));
    add(0x80 | ((character >> 12) & 0x3F));
    add(0x80 | ((character >> 6) & 0x3F));
    add(0x80 | (character & 0x3F));
  }
  return text;
}

char32_t code_point(std::string_view character) {
  const auto byte = [&](std::size_t at) { return static_cast<char32_t>(static_cast<unsigned char>(character[at])); };
  if (character.size() == 1) return byte(0);
  // The first byte says how many follow in as many bits as there are bytes, and one more.
  char32_t bits = byte(0) & (0x7FU >> character.size());
  for (std::size_t at = 1; at < character.size(); ++at) bits = (bits << 6) | (byte(at) & 0x3FU);
  return bits;
}

}  // namespace interleave

#include "app/gui/model/search_field.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kLongest = 200;  // bytes: what a line can show, and more

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

void append_utf8(std::string& text, char32_t c) {
  const auto byte = [&](char32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      byte(0xE0 | (c >> 12));
    } else {
      byte(0xF0 | (c >> 18));
      byte(0x80 | ((c >> 12) & 0x3F));
    }
    byte(0x80 | ((c >> 6) & 0x3F));
  }
  byte(0x80 | (c & 0x3F));
}

}  // namespace

void SearchField::type(char32_t character) {
  const bool surrogate = character >= 0xD800 && character < 0xE000;
  if (character < 0x20 || character == 0x7F || character > 0x10FFFF || surrogate) return;
  if (text.size() + 4 <= kLongest) append_utf8(text, character);
}

void SearchField::erase() {
  while (!text.empty() && continues_character(text.back())) text.pop_back();
  if (!text.empty()) text.pop_back();
}

}  // namespace interleave::gui

#include "core/base/utf8.h"

#include <algorithm>

namespace interleave {
namespace {

constexpr std::size_t kMostQuoted = 40;
constexpr std::string_view kReplacement = "\uFFFD";

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

bool continues(unsigned byte) { return (byte & 0xC0U) == 0x80U; }

// The smallest and the largest second byte after `first`, which keep out overlong forms, surrogates and what lies
// above U+10FFFF (Unicode 15, table 3-7).
bool second_byte_fits(unsigned first, unsigned second) {
  switch (first) {
    case 0xE0:
      return second >= 0xA0 && second <= 0xBF;
    case 0xED:
      return second >= 0x80 && second <= 0x9F;
    case 0xF0:
      return second >= 0x90 && second <= 0xBF;
    case 0xF4:
      return second >= 0x80 && second <= 0x8F;
    default:
      return continues(second);
  }
}

}  // namespace

std::size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  const unsigned first = byte_at(text, 0);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (text.size() < length || !second_byte_fits(first, byte_at(text, 1))) return 0;
  for (std::size_t at = 2; at < length; ++at) {
    if (!continues(byte_at(text, at))) return 0;
  }
  return length;
}

std::size_t first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = utf8_length(text.substr(at, 4));
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !continues(static_cast<unsigned char>(c)); }));
}

bool is_control(std::string_view character) {
  if (character.empty()) return false;
  const unsigned first = byte_at(character, 0);
  if (first < 0x20 || first == 0x7F) return true;
  return first == 0xC2 && character.size() > 1 && byte_at(character, 1) < 0xA0;
}

bool turns_direction(std::string_view character) {
  if (character.size() < 3 || byte_at(character, 0) != 0xE2) return false;
  const unsigned last = byte_at(character, 2);
  return (byte_at(character, 1) == 0x80 && last >= 0xAA && last <= 0xAE) ||
         (byte_at(character, 1) == 0x81 && last >= 0xA6 && last <= 0xA9);
}

bool has_control_characters(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_control(text.substr(at, 2))) return true;
  }
  return false;
}

std::string terminal_text(std::string_view text, std::string_view kept) {
  std::string result;
  while (!text.empty()) {
    const std::size_t length = utf8_length(text.substr(0, 4));
    const std::string_view character = text.substr(0, std::max<std::size_t>(length, 1));
    const bool upsets = is_control(character) || turns_direction(character);
    const bool is_shown = length > 0 && (!upsets || kept.find(character) != std::string_view::npos);
    result += is_shown ? character : kReplacement;
    text.remove_prefix(character.size());
  }
  return result;
}

std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  std::size_t characters = 0;
  while (!text.empty()) {
    if (characters++ == kMostQuoted) {
      result += "...";
      break;
    }
    const std::size_t length = utf8_length(text.substr(0, 4));
    const std::string_view character = text.substr(0, std::max<std::size_t>(length, 1));
    result += terminal_text(character, "");
    text.remove_prefix(character.size());
  }
  return result += '"';
}

}  // namespace interleave

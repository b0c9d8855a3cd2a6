#include "core/listing/literals.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>

#include "core/base/utf8.h"

namespace interleave {
namespace {

// Of a valid UTF-8 character.
unsigned code_point(std::string_view character) {
  const auto first = static_cast<unsigned char>(character.front());
  if (character.size() == 1) return first;
  unsigned code = first & (0x7FU >> character.size());
  for (const char c : character.substr(1)) code = code << 6U | (static_cast<unsigned char>(c) & 0x3FU);
  return code;
}

// Control characters, and those that hide, break lines or turn the direction of writing.
bool is_visible(unsigned code) {
  const auto within = [code](unsigned first, unsigned last) { return code >= first && code <= last; };
  return !(code < 0x20 || within(0x7F, 0x9F) || code == 0xAD || code == 0x61C || within(0x200B, 0x200F) ||
           within(0x2028, 0x202E) || within(0x2060, 0x206F) || code == 0xFEFF);
}

// An octal escape ends after three digits, whatever follows; a hexadecimal one in C++ does not.
std::string escape(std::string_view character, Language language) {
  switch (character.front()) {
    case '\n':
      return "\\n";
    case '\t':
      return "\\t";
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    default:
      break;
  }
  const unsigned code = code_point(character);
  if (is_visible(code)) return std::string(character);
  if (language == Language::python)
    return code < 0x100 ? fmt::format("\\x{:02x}", code) : fmt::format("\\u{:04x}", code);
  std::string escapes;
  for (const char byte : character) escapes += fmt::format("\\{:03o}", static_cast<unsigned char>(byte));
  return escapes;
}

template <class Replace>
std::string each_character(std::string_view text, Replace replace) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = std::max<std::size_t>(utf8_length(text), 1);
    result += replace(text.substr(0, length));
    text.remove_prefix(length);
  }
  return result;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A decimal as Python's repr gives it back: at most 15 digits are exact, and no zero that it would leave out.
bool is_python_decimal(std::string_view number) {
  if (number.starts_with('-')) number.remove_prefix(1);
  constexpr std::size_t kExactDigits = 15;
  const std::size_t point = number.find('.');
  if (point == number.npos || number.size() > kExactDigits + 1) return false;
  const std::string_view decimals = number.substr(point + 1);
  if (!all_digits(number.substr(0, point)) || !all_digits(decimals)) return false;
  if (decimals != "0" && decimals.ends_with('0')) return false;
  constexpr double kLeast = 0.0001;  // below it in powers of ten
  const double value = std::strtod(std::string(number).c_str(), nullptr);
  return value >= kLeast || (value == 0 && decimals == "0");
}

}  // namespace

std::string escaped(std::string_view text, Language language) {
  std::string_view before;
  return each_character(text, [&](std::string_view character) {
    // Two question marks in a row would begin a trigraph for C++ compilers that still know them.
    const bool repeats = character == "?" && before == character && language == Language::cpp;
    before = character;
    return repeats ? std::string("\\?") : escape(character, language);
  });
}

std::string escaped_for_f_string(std::string_view text) {
  return each_character(text, [](std::string_view character) {
    std::string shown = escape(character, Language::python);
    return character == "{" || character == "}" ? shown + shown : shown;
  });
}

std::string string_literal(std::string_view text, Language language) {
  const std::string literal = fmt::format("\"{}\"", escaped(text, language));
  const bool ends_early = language == Language::cpp && text.find('\0') != text.npos;
  return ends_early ? fmt::format("std::string({}, {})", literal, text.size()) : literal;
}

std::string comment_text(std::string_view text) {
  return each_character(text, [](std::string_view character) {
    return is_visible(code_point(character)) ? std::string(character) : std::string(" ");
  });
}

bool is_plain_integer(std::string_view number) {
  if (number == "0") return true;
  if (number.starts_with('-')) number.remove_prefix(1);
  constexpr std::size_t kMostDigits = 18;
  return all_digits(number) && number.front() != '0' && number.size() <= kMostDigits;
}

bool prints_as_written(std::string_view number, Language language) {
  if (language == Language::python) return is_plain_integer(number) || is_python_decimal(number);
  // As a stream prints a double; -0 would be an integer first.
  constexpr std::size_t kLongest = 32;
  if (number.size() > kLongest || number == "-0") return false;
  return fmt::format("{:g}", std::strtod(std::string(number).c_str(), nullptr)) == number;
}

}  // namespace interleave

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace interleave {

std::string_view without_byte_order_mark(std::string_view text);

// What makes bytes no text in UTF-8, or lines that not all programs take for lines: where, and what to do about it.
struct BadByte {
  std::size_t offset = 0;
  std::string message;
};

// The first of them: a zero byte, or what is no UTF-8 character.
std::optional<BadByte> bad_byte(std::string_view text);
// The first carriage return without a line feed behind it.
std::optional<BadByte> lone_return(std::string_view text);

}  // namespace interleave

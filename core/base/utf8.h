#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace interleave {

// The length of the UTF-8 character that `text` begins with: 1 to 4, or 0 where it begins with none (a stray or cut
// sequence, one longer than needed, a surrogate, or a code point above U+10FFFF).
std::size_t utf8_length(std::string_view text);

// Where the first byte stands that belongs to no UTF-8 character; npos where there is none.
std::size_t first_invalid_utf8(std::string_view text);

// How many characters (code points) valid UTF-8 text has.
std::size_t count_characters(std::string_view text);

// Control characters (C0, DEL, C1), which have no place in a name and would upset a terminal.
bool is_control(std::string_view character);
bool has_control_characters(std::string_view text);
// Those that turn the direction of writing (U+202A to U+202E, U+2066 to U+2069): a name may need them, and in a message
// they would let a text look like another one.
bool turns_direction(std::string_view character);

// Text as a terminal can take it: control characters, but for the `kept` ones, what turns the direction of writing, and
// invalid bytes as U+FFFD.
std::string terminal_text(std::string_view text, std::string_view kept = "\t\n");

// Text of the user's for a message: in double quotes, at most some 40 characters of it, control characters and invalid
// bytes as U+FFFD.
std::string in_quotes(std::string_view text);

}  // namespace interleave

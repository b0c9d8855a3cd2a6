#pragma once

#include <string>
#include <string_view>

namespace interleave {

// A code point as the one UTF-8 character that it is.
std::string utf8(char32_t character);

// The other way: of a text that is one UTF-8 character.
char32_t code_point(std::string_view character);

}  // namespace interleave

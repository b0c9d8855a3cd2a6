#pragma once

#include <string>
#include <string_view>

#include "core/base/language.h"

namespace interleave {

// Text as it stands between the quotes of a string: quotes, backslashes and what is not visible as escapes, everything
// else as it is. Of an f-string, braces are doubled.
std::string escaped(std::string_view text, Language language);
std::string escaped_for_f_string(std::string_view text);

// "text", for C++ as what prints and passes it whole, zero characters too.
std::string string_literal(std::string_view text, Language language);

// Text for a comment: what is not visible becomes a space.
std::string comment_text(std::string_view text);

// Whether a number, as written in JSON, prints as it was written where it is a literal in Python, or the value of a
// double in C++.
bool prints_as_written(std::string_view number, Language language);

// An integer as both languages write and print it, of at most 18 digits.
bool is_plain_integer(std::string_view number);

}  // namespace interleave

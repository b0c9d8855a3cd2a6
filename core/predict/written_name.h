#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/blanks.h"

namespace interleave {

// A name as it stands, or what a JSON string means; none where it begins like one and is none.
std::optional<std::string> read_name(std::string_view text);

// As it is read: in quotes where it could be misread.
std::string written_name(std::string_view name);

// "1.7", of seconds or other numbers that are rounded for a reader.
std::string decimal_text(double number);

// A decimal of at least 0, with a point or a comma, and nothing else; none where it is no such one, or too large.
std::optional<double> read_decimal(std::string_view text);

}  // namespace interleave

#pragma once

#include <string_view>

#include "core/scenario/scenario.h"

namespace interleave {

// The exact meaning of a JSON number, found from its digits: no step goes through floating point.
Number read_number(std::string_view json_number);

// Why a number is no duration of at least zero and at most kLongestDuration.
enum class DurationError { none, negative, too_long, too_fine };
DurationError duration_error(const Number& number);

// Above the largest integer of 64 bits.
bool is_beyond_integers(const Number& number);

}  // namespace interleave

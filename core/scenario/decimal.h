#pragma once

#include <optional>
#include <string_view>

#include "core/base/time.h"
#include "core/scenario/scenario.h"

namespace interleave {

// The exact meaning of a JSON number, found from its digits: no step goes through floating point.
Number read_number(std::string_view json_number);

// The JSON number as seconds, rounded to whole nanoseconds, a half upwards. Nothing where it is not from `least`, which
// is at least 0, to `most`: as it is written, whatever it would be rounded to.
std::optional<Duration> read_seconds(std::string_view json_number, Duration least, Duration most);

// Above the largest integer of 64 bits.
bool is_beyond_integers(const Number& number);

}  // namespace interleave

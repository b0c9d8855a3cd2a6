#pragma once

#include <string>

#include "core/base/time.h"

namespace interleave::cli {

// A length for people: "5.00 s", and more digits only where two would hide it: "0.005 s".
std::string readable_seconds(Time length);

// How much longer or shorter than `reference` it took: "1.80x faster", "1.25x slower", "the same".
std::string relation(Time length, Time reference);

// A bar of `length` out of `longest`, at most `width` characters: blocks in UTF-8, else #. A length above 0 shows.
std::string bar(Time length, Time longest, int width, bool utf8);

}  // namespace interleave::cli

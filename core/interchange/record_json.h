#pragma once

#include <iosfwd>
#include <string>

#include "core/timeline/timeline.h"

namespace interleave {

// The record of a run as `run --format json` prints it (docs/scenario-format.md), ending in a newline. Of a run that is
// not finished, what is open is said to end at the horizon, and the outcome is null.
std::string record_json(const Timeline& timeline);

// The same, piece by piece, for records too large to hold twice.
void write_record_json(const Timeline& timeline, std::ostream& to);

}  // namespace interleave

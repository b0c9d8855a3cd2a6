#pragma once

#include <string>

#include "core/timeline/timeline.h"

namespace interleave::testing {

// What of the uses of shared things on record cannot have happened in that order; empty: nothing.
std::string problem_with_accesses(const Timeline& timeline);

}  // namespace interleave::testing

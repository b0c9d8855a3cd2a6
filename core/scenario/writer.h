#pragma once

#include <string>

#include "core/scenario/scenario.h"

namespace interleave {

// The file of a scenario, laid out as one would write it by hand: short steps on one line each, what is as it would be
// anyway left out, numbers as they were written. The loader reads it back to an equal scenario, if this one is such as
// the loader guarantees; its numbers' texts are written as they are.
std::string to_json(const Scenario& scenario);

}  // namespace interleave

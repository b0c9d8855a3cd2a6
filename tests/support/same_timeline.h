#pragma once

#include <string>

#include "core/timeline/timeline.h"

namespace interleave::testing {

// In what two finished timelines differ, by all that can be asked of them: their tracks, output and changes, and the
// moments at each of their spans' ends and at `times`; empty where in nothing.
std::string difference(const Timeline& a, const Timeline& b, const std::vector<Time>& times = {});

}  // namespace interleave::testing

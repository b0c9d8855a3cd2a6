#pragma once

#include "core/execution/program.h"
#include "core/explore/exploration.h"
#include "core/explore/explore_settings.h"

namespace interleave {

// In a mode with threads.
Exploration explore_worlds(const Program& program, const ExploreSettings& settings);

}  // namespace interleave

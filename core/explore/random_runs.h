#pragma once

#include <cstddef>
#include <map>

#include "core/explore/run_result.h"
#include "core/explore/world.h"
#include "core/record/schedule.h"

namespace interleave {

struct RandomRuns {
  struct Found {
    std::size_t runs = 0;
    Schedule schedule;  // of the first one
  };
  std::size_t runs = 0;
  std::size_t unfinished = 0;  // that were too long
  std::map<RunResult, Found> results;
};

// Runs of a world, from where it stands now, in which each step is drawn from all that are possible, each time the same
// ones. It stands anywhere then.
RandomRuns run_at_random(World& world, std::size_t runs);

}  // namespace interleave

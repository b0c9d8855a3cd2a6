#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/mode.h"
#include "core/scenario/scenario.h"
#include "core/timeline/timeline.h"

namespace interleave {

// Everything that decides a run besides its scenario.
struct RunSettings {
  Mode mode = Mode::sequential;
  int max_workers = 2;                    // 1 .. kMostWorkers; matters in pool mode
  std::uint64_t seed = 0;                 // 0: ties in order of request; another seed shuffles them
  std::vector<MaxWorkersChange> changes;  // of a virtual run, by time
  std::optional<int> most_threads;        // of a real run: refuse more, as a system does that has no more to give
};

// The scenario's own mode and max_workers.
RunSettings default_settings(const Scenario& scenario);

}  // namespace interleave

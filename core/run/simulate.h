#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/mode.h"
#include "core/scenario/scenario.h"
#include "core/timeline/timeline.h"

namespace interleave {

class Program;

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

// The whole run on the virtual clock, at once. The same input gives the same timeline. Who runs a scenario several
// times compiles it once.
std::shared_ptr<const Timeline> simulate_program(const Program& program, const RunSettings& settings);
std::shared_ptr<const Timeline> simulate(const Scenario& scenario, const RunSettings& settings);

}  // namespace interleave

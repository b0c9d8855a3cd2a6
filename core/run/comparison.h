#pragma once

#include <cstddef>
#include <vector>

#include "core/base/mode.h"
#include "core/base/time.h"
#include "core/record/record.h"
#include "core/scenario/scenario.h"

namespace interleave {

struct ModeResult {
  Mode mode = Mode::sequential;
  Time makespan{};
  Outcome outcome = Outcome::finished;
  std::size_t workers = 0;  // created in the whole run
};

// One virtual run in each mode, in the order of kModes.
std::vector<ModeResult> compare_modes(const Scenario& scenario, int max_workers);

struct SweepPoint {
  int max_workers = 1;
  Time makespan{};
};

// The makespan of the pool for every max_workers from `first` to `last`, both included.
std::vector<SweepPoint> sweep_max_workers(const Scenario& scenario, int first, int last);

}  // namespace interleave

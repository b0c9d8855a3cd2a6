#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/base/mode.h"
#include "core/base/time.h"
#include "core/record/record.h"
#include "core/run/run_settings.h"
#include "core/scenario/scenario.h"

namespace interleave {

struct ModeResult {
  Mode mode = Mode::sequential;
  Time makespan{};
  Outcome outcome = Outcome::finished;
  std::size_t workers = 0;             // created in the whole run
  std::optional<std::string> refused;  // why it cannot run in that mode; then there is none of the others
};

// One virtual run in each mode, in the order of kModes, with those settings otherwise.
std::vector<ModeResult> compare_modes(const Scenario& scenario, RunSettings settings);

struct SweepPoint {
  int max_workers = 1;
  Time makespan{};
  Outcome outcome = Outcome::finished;
};

// The makespan for every max_workers from `first` to `last`, both included, with those settings otherwise: of the mode
// where it has such a limit, else of the thread pool. The scenario can run so.
std::vector<SweepPoint> sweep_max_workers(const Scenario& scenario, RunSettings settings, int first, int last);

}  // namespace interleave

#include "core/run/comparison.h"

#include <utility>

#include "core/run/refusal.h"
#include "core/run/simulate.h"

namespace interleave {

std::vector<ModeResult> compare_modes(const Scenario& scenario, RunSettings settings) {
  const Simulator simulator(scenario);
  std::vector<ModeResult> results;
  for (const Mode mode : kModes) {
    if (auto why = refusal(scenario, mode)) {
      results.push_back({.mode = mode, .refused = std::move(why)});
      continue;
    }
    settings.mode = mode;
    const auto timeline = simulator.run(settings);
    results.push_back(
        {mode, timeline->end()->time, timeline->end()->outcome, timeline->workers().size(), std::nullopt});
  }
  return results;
}

std::vector<SweepPoint> sweep_max_workers(const Scenario& scenario, RunSettings settings, int first, int last) {
  const Simulator simulator(scenario);
  std::vector<SweepPoint> points;
  if (!traits(settings.mode).has_max_workers) settings.mode = Mode::pool;
  for (int max_workers = first; max_workers <= last; ++max_workers) {
    settings.max_workers = max_workers;
    const auto timeline = simulator.run(settings);
    points.push_back({max_workers, timeline->end()->time, timeline->end()->outcome});
  }
  return points;
}

}  // namespace interleave

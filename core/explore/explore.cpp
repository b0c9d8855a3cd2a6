#include "core/explore/explore.h"

#include "core/base/mode.h"
#include "core/execution/program.h"
#include "core/explore/explore_loop.h"
#include "core/explore/explore_worlds.h"
#include "core/explore/world.h"
#include "core/run/refusal.h"
#include "core/run/simulate.h"

namespace interleave {
namespace {

// Nothing counts: what it comes to, it always comes to.
Exploration explore_only_run(const Scenario& scenario, const ExploreSettings& settings) {
  Exploration found{.states = 1, .interleavings = BigNumber(1)};
  found.outcomes.push_back({.result = run_result(*simulate(scenario, settings.run), settings.with_lines),
                            .interleavings = BigNumber(1),
                            .share = 1,
                            .chance = 1});
  return found;
}

}  // namespace

std::optional<std::string> exploration_refusal(const Scenario& scenario, const ExploreSettings& settings) {
  if (auto why = refusal(scenario, settings.run.mode)) return why;
  if (settings.run.timing == Timing::exact) {
    if (auto why = exact_time_refusal(scenario, settings.run)) return why;
  }
  if (scenario.tasks.size() > kMostExploredTasks) {
    return "interleavings are explored of at most " + std::to_string(kMostExploredTasks) + " tasks, and it has " +
           std::to_string(scenario.tasks.size());
  }
  return settings.run.mode == Mode::coroutine ? loop_refusal(scenario) : std::nullopt;
}

Exploration explore(const Scenario& scenario, const ExploreSettings& settings) {
  if (settings.run.mode == Mode::sequential) return explore_only_run(scenario, settings);
  const Program program(scenario);
  return settings.run.mode == Mode::coroutine ? explore_loop(program, settings) : explore_worlds(program, settings);
}

}  // namespace interleave

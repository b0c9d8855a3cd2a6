#pragma once

#include <cstddef>
#include <memory>
#include <rapidcheck.h>

#include "core/run/refusal.h"
#include "core/run/simulate.h"
#include "core/scenario/built_in.h"
#include "core/scenario/loader.h"
#include "tests/support/random_scenario.h"

// Runs that every writer of files has to do well with.
namespace interleave::testing {

// Calls `check(timeline)` for each built-in scenario in each mode in which it can run.
template <class Check>
void for_each_built_in_run(const Check& check) {
  for (const BuiltIn& built_in : built_in_scenarios()) {
    const Scenario scenario = load_scenario(built_in.text, built_in.name).value();
    for (const Mode mode : kModes) {
      if (refusal(scenario, mode)) continue;
      RunSettings settings = default_settings(scenario);
      settings.mode = mode;
      check(*simulate(scenario, settings));
    }
  }
}

// Within a RapidCheck property: a random scenario in a random mode, at times with changes of max_workers.
inline std::shared_ptr<const Timeline> random_timeline() {
  const PlannedScenario planned = random_scenario({.most_tasks = 10});
  RunSettings settings;
  settings.mode = *rc::gen::elementOf(kModes);
  settings.max_workers = *rc::gen::inRange(1, 5);
  settings.seed = *rc::gen::inRange<std::uint64_t>(0, 20);
  Time at{};
  for (int left = *rc::gen::inRange(0, 3); left > 0; --left) {
    at += *rc::gen::inRange(0, 30) * std::chrono::microseconds(500);
    settings.changes.push_back({at, *rc::gen::inRange(1, 6)});
  }
  RC_LOG() << planned.text << "\nmode " << name(settings.mode) << "\n";
  return simulate(planned.scenario, settings);
}

}  // namespace interleave::testing

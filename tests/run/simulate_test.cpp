#include "core/run/simulate.h"

#include <doctest/doctest.h>
#include <type_traits>

#include "core/execution/execution.h"
#include "core/interchange/record_json.h"
#include "tests/support/scenarios.h"

namespace interleave {

TEST_CASE(
    "a scenario that was compiled once runs in every mode and with every number of workers as one compiled anew") {
  const Scenario scenario = testing::built_in("photo-filters");
  const Simulator simulator(scenario);
  RunSettings settings = default_settings(scenario);
  for (const Mode mode : kModes) {
    settings.mode = mode;
    for (const int max_workers : {1, 3}) {
      settings.max_workers = max_workers;
      CHECK(record_json(*simulator.run(settings)) == record_json(*simulate(scenario, settings)));
    }
  }
}

TEST_CASE("what refers to a scenario or to its program cannot be made from one that ends at once") {
  CHECK(std::is_constructible_v<Simulator, const Scenario&>);
  CHECK(!std::is_constructible_v<Simulator, Scenario>);
  CHECK(!std::is_constructible_v<Simulator, const Scenario>);
  CHECK(!std::is_constructible_v<Program, Scenario>);
  CHECK(!std::is_constructible_v<Program, const Scenario>);
  CHECK(std::is_constructible_v<Execution, const Program&, Execution::Settings, Runtime&, Recorder*>);
  CHECK(!std::is_constructible_v<Execution, Program, Execution::Settings, Runtime&, Recorder*>);
  CHECK(!std::is_constructible_v<Execution, const Program, Execution::Settings, Runtime&, Recorder*>);
}

}  // namespace interleave

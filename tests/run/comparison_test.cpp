#include "core/run/comparison.h"

#include <doctest/doctest.h>

#include "core/run/refusal.h"
#include "tests/support/scenarios.h"

using namespace interleave;
using namespace interleave::testing;
using namespace std::chrono_literals;

TEST_CASE("the comparison has every mode once, with its makespan and its workers") {
  const Scenario coffee_shop = built_in("coffee-shop");
  const std::vector<ModeResult> results = compare_modes(coffee_shop, default_settings(coffee_shop));
  REQUIRE(results.size() == kModes.size());
  const Time expected[] = {Time(9s), Time(5s), Time(5s), Time(5s), Time(5050ms)};
  const std::size_t workers[] = {1, 1, 3, 2, 2};
  for (std::size_t i = 0; i < results.size(); ++i) {
    CHECK(results[i].mode == kModes[i]);
    CHECK(results[i].makespan == expected[i]);
    CHECK(results[i].outcome == Outcome::finished);
    CHECK(results[i].workers == workers[i]);
  }
}

TEST_CASE("a mode in which the scenario cannot run stands in the comparison with the reason, and with nothing else") {
  const Scenario scenario = built_in("producer-consumer");
  const std::vector<ModeResult> results = compare_modes(scenario, default_settings(scenario));
  REQUIRE(results.size() == kModes.size());
  for (const ModeResult& result : results) {
    CHECK(result.refused == refusal(scenario, result.mode));
    CHECK(result.refused.has_value() == (result.mode == Mode::processes));
    CHECK((result.workers == 0) == result.refused.has_value());
  }
}

TEST_CASE("the sweep is of processes where these are the mode, and of a thread pool in modes without a limit") {
  const Scenario coffee_shop = built_in("coffee-shop");
  RunSettings settings = default_settings(coffee_shop);
  settings.mode = Mode::processes;
  CHECK(sweep_max_workers(coffee_shop, settings, 2, 2)[0].makespan == Time(5050ms));
  settings.mode = Mode::threads;
  CHECK(sweep_max_workers(coffee_shop, settings, 1, 1)[0].makespan == Time(9s));
}

TEST_CASE("the sweep has a point for each max_workers, both ends included") {
  const Scenario coffee_shop = built_in("coffee-shop");
  const std::vector<SweepPoint> points = sweep_max_workers(coffee_shop, default_settings(coffee_shop), 1, 4);
  REQUIRE(points.size() == 4);
  const Time expected[] = {Time(9s), Time(5s), Time(5s), Time(5s)};
  for (std::size_t i = 0; i < points.size(); ++i) {
    CHECK(points[i].max_workers == static_cast<int>(i) + 1);
    CHECK(points[i].makespan == expected[i]);
  }
}

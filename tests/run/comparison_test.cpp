#include "core/run/comparison.h"

#include <doctest/doctest.h>

#include "tests/support/scenarios.h"

using namespace interleave;
using namespace interleave::testing;
using namespace std::chrono_literals;

TEST_CASE("the comparison has every mode once, with its makespan and its workers") {
  const Scenario coffee_shop = built_in("coffee-shop");
  const std::vector<ModeResult> results = compare_modes(coffee_shop, default_settings(coffee_shop));
  REQUIRE(results.size() == kModes.size());
  const Time expected[] = {Time(9s), Time(5s), Time(5s), Time(5s)};
  const std::size_t workers[] = {1, 1, 3, 2};
  for (std::size_t i = 0; i < results.size(); ++i) {
    CHECK(results[i].mode == kModes[i]);
    CHECK(results[i].makespan == expected[i]);
    CHECK(results[i].outcome == Outcome::finished);
    CHECK(results[i].workers == workers[i]);
  }
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

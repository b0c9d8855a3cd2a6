// A run that somebody directs: it stands still behind its schedule, and says what can be next.
#include <doctest/doctest.h>

#include "core/run/simulate.h"
#include "tests/support/scenarios.h"

namespace interleave {

namespace {

Scenario two_increments() {
  return testing::scenario_of(
      R"({"interleave": 1, "title": "T", "mode": "threads", "shared": {"n": 0}, "functions": {"add":
      {"steps": [{"read": "n", "into": "x"}, {"write": "n", "value": "x + 1"}]}},
      "tasks": [{"name": "a", "call": "add"}, {"name": "b", "call": "add"}]})");
}

DirectedRun behind(const Scenario& scenario, Schedule schedule) {
  RunSettings settings = default_settings(scenario);
  settings.schedule = std::move(schedule);
  return Simulator(scenario).direct(settings).value();
}

constexpr Token kA{.task = task_id(0)};
constexpr Token kB{.task = task_id(1)};

}  // namespace

TEST_CASE("a directed run offers each task's next step that counts, with what it would write") {
  const Scenario scenario = two_increments();
  const DirectedRun start = behind(scenario, {});
  REQUIRE(start.choices.size() == 2);
  CHECK(start.choices[0].token == kA);
  CHECK(start.choices[0].verb == Verb::read);
  CHECK_FALSE(start.timeline->finished());
  const DirectedRun later = behind(scenario, {kA, kB});
  REQUIRE(later.choices.size() == 2);
  CHECK(later.choices[1].verb == Verb::write);
  CHECK(later.choices[1].value == 1);
  CHECK(later.timeline->accesses().size() == 2);
}

TEST_CASE("a directed run is finished where nothing can be next, and refuses a step that cannot") {
  const Scenario scenario = two_increments();
  const DirectedRun over = behind(scenario, {kA, kB, kB, kA});
  CHECK(over.choices.empty());
  REQUIRE(over.timeline->finished());
  CHECK(over.timeline->stale_writes().size() == 1);
  RunSettings settings = default_settings(scenario);
  settings.schedule = {kA, kA, kA};
  const auto refused = Simulator(scenario).direct(settings);
  REQUIRE_FALSE(refused);
  CHECK(refused.error() == "step 3, \"a\": it has ended; now only b can go");
}

TEST_CASE("of a directed run on an event loop waits can end, in any order") {
  const Scenario scenario = testing::scenario_of(R"({"interleave": 1, "title": "T", "mode": "coroutine", "tasks": [
      {"name": "a", "steps": [{"sleep": 2}]}, {"name": "b", "steps": [{"sleep": 1}]}]})");
  const DirectedRun start = behind(scenario, {});
  REQUIRE(start.choices.size() == 2);
  CHECK_FALSE(start.choices[0].verb);
  const DirectedRun later = behind(scenario, {kA});
  REQUIRE(later.choices.size() == 1);
  CHECK(later.choices[0].token == kB);
}

}  // namespace interleave

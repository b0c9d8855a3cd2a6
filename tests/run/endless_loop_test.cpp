#include <doctest/doctest.h>

#include "core/run/simulate.h"
#include "tests/support/scenarios.h"

namespace interleave {
namespace {

std::shared_ptr<const Timeline> run_in_threads(const std::string& tasks) {
  RunSettings settings;
  settings.mode = Mode::threads;
  return simulate(testing::scenario_with_tasks(tasks), settings);
}

}  // namespace

TEST_CASE("a loop that never ends is stopped by the limit of steps, and told so; the other tasks go on") {
  const auto run = run_in_threads(R"({"name": "a", "steps": [{"while": "1 == 1", "steps": []}]},
                                     {"name": "b", "steps": [{"sleep": 2}]})");
  CHECK(run->tasks()[0].outcome == Outcome::failed);
  CHECK(run->tasks()[0].error.find("more than 10 000 000 steps") != std::string::npos);
  CHECK(run->tasks()[1].outcome == Outcome::finished);
  CHECK(run->end()->outcome == Outcome::failed);
  CHECK(run->horizon() == Time(std::chrono::seconds(2)));
}

TEST_CASE("a loop that never ends is stopped earlier where its scenario may have fewer steps") {
  Scenario scenario = testing::scenario_with_tasks(R"({"name": "a", "steps": [{"while": "1 == 1", "steps": []}]})");
  scenario.most_steps = 1'000;
  const auto run = simulate(scenario, {});
  CHECK(run->tasks()[0].error ==
        "with this step the run has more than 1 000 steps and time slices; its loop may never end");
}

TEST_CASE("a loop that sleeps for ever is stopped by the limit of time") {
  const auto run = run_in_threads(R"({"name": "a", "steps": [{"while": "1 == 1", "steps": [{"sleep": 86400}]}]})");
  CHECK(run->tasks()[0].error.find("more than 4 000 000 000 seconds") != std::string::npos);
  CHECK(run->horizon() <= Time(std::chrono::seconds(4'000'000'000)));
}

TEST_CASE("a task that fails at a step has failed at that moment, for the reason that its expression gives") {
  const auto run = run_in_threads(R"({"name": "a", "steps": [{"set": "x", "value": 0}, {"sleep": 1},
                                      {"set": "y", "value": "1 // x"}, {"print": "never"}]})");
  CHECK(run->tasks()[0].finished == Time(std::chrono::seconds(1)));
  CHECK(run->end()->error == "a: \"1 // x\": division by 0");
  CHECK(run->output().empty());
}

}  // namespace interleave

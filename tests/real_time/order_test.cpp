#include <algorithm>
#include <deque>
#include <doctest/doctest.h>
#include <map>
#include <rapidcheck.h>
#include <utility>

#include "core/live/live_run.h"
#include "core/run/simulate.h"
#include "tests/support/property.h"
#include "tests/support/random_scenario.h"
#include "tests/support/run_text.h"
#include "tests/support/scenarios.h"

using namespace interleave;
using namespace interleave::testing;
using namespace std::chrono_literals;

namespace {

constexpr Taste kTaste = {
    .grain = 60ms, .most_grains = 2, .most_tasks = 4, .most_steps = 3, .most_depth = 1, .computes = false};

struct Example {
  PlannedScenario planned;
  RunSettings settings;
};

Example random_example() {
  Example example{random_scenario(kTaste), {}};
  example.settings.mode = *rc::gen::elementOf(kModes);
  example.settings.max_workers = *rc::gen::inRange(1, 4);
  return example;
}

// For each line in order: whose it is, and which of its task's it is.
using Line = std::pair<TaskId, int>;
std::map<Line, OutputLine> lines_of(const Timeline& run, std::map<Line, std::size_t>& places) {
  std::map<Line, OutputLine> lines;
  std::map<TaskId, int> numbers;
  for (const OutputLine& line : run.output()) {
    const Line key{line.task, numbers[line.task]++};
    places[key] = lines.size();
    lines.emplace(key, line);
  }
  return lines;
}

void check_same_order(const Timeline& real, const Timeline& expected) {
  std::map<Line, std::size_t> places, expected_places;
  const auto real_lines = lines_of(real, places);
  const auto expected_lines = lines_of(expected, expected_places);
  REQUIRE(real_lines.size() == expected_lines.size());
  for (const auto& [key, line] : expected_lines) {
    REQUIRE(real_lines.count(key) == 1);
    CHECK(real_lines.at(key).text == line.text);
    CHECK(real_lines.at(key).time >= line.time);
    for (const auto& [other_key, other] : expected_lines) {
      if (other.time - line.time >= 50ms) CHECK(places[key] < places[other_key]);
    }
  }
}

}  // namespace

TEST_CASE("random scenarios print on the host's clock in the order of the virtual one, wherever 50 ms lie between") {
  CHECK(holds(1, [] {
    std::deque<Example> examples;
    std::deque<LiveRun> runs;
    for (int i = 0; i < 24; ++i) {
      examples.push_back(*rc::gen::resize(100, rc::gen::exec(random_example)));
      runs.emplace_back(examples.back().planned.scenario, examples.back().settings, 1);
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
      while (!runs[i].timeline()->finished()) runs[i].wait_for(1h);
      CAPTURE(examples[i].planned.text);
      CAPTURE(name(examples[i].settings.mode));
      check_same_order(*runs[i].timeline(), *simulate(examples[i].planned.scenario, examples[i].settings));
    }
  }));
}

TEST_CASE(
    "whose timers ring at one moment on a real event loop go on in the virtual order, the main program among them") {
  const Scenario scenario = scenario_with_tasks(R"(
      {"name": "a", "steps": [{"sleep": 0.2}, {"sleep": 0}, {"print": "x"}]},
      {"name": "new", "steps": [{"print": "x"}], "after": 0.2},
      {"name": "b", "steps": [{"sleep": 0.2}, {"print": "x"}]})");
  RunSettings settings;
  settings.mode = Mode::coroutine;
  LiveRun run(scenario, settings, 1);
  while (!run.timeline()->finished()) run.wait_for(1h);
  std::map<Line, std::size_t> real, expected;
  lines_of(*run.timeline(), real);
  lines_of(*simulate(scenario, settings), expected);
  CHECK(real == expected);
}

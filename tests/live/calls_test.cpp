// Functions that steps call, on real threads.
#include <doctest/doctest.h>
#include <string>

#include "core/live/live_run.h"
#include "core/record/names.h"
#include "core/run/simulate.h"
#include "tests/support/scenarios.h"

namespace interleave::testing {
namespace {

std::string told_by(const Timeline& timeline) {
  std::string text;
  for (const OutputLine& line : timeline.output()) text += line.text + "; ";
  return text + std::string(name(timeline.end()->outcome)) + " " + timeline.end()->error;
}

}  // namespace

TEST_CASE(
    "on real threads and a real loop a called function does, returns and fails with what it does when simulated") {
  using namespace std::chrono_literals;
  const Scenario scenario = scenario_with_tasks(
      R"({"name": "a", "steps": [{"call": "outer", "arguments": {"dish": "soup"}, "into": "x"}, {"print": "{x}"},
          {"call": "outer", "arguments": {"dish": "rice"}, "forget": true}, {"try": [{"call": "fail"}], "except": [{"print": "taken"}]},
          {"call": "fail"}, {"print": "never"}]})",
      R"("functions": {"boil": {"parameters": ["what", "s"], "steps": [{"try": [{"print": "{task} {what}"}, {"sleep": "{s}"}, {"return": "{what}"}],
          "finally": [{"block": 0.01}, {"print": "cleaned"}]}]},
        "outer": {"parameters": ["dish"], "steps": [{"repeat": 2, "steps": [{"call": "boil", "arguments": {"what": "{dish}", "s": 0.02}, "into": "r"}]}, {"return": "r"}]},
        "fail": {"steps": [{"sleep": 0.01}, {"raise": "burnt"}]}}, )");
  for (const Mode mode : kModes) {
    RunSettings settings;
    settings.mode = mode;
    settings.max_workers = 2;
    LiveRun run(scenario, settings, 1.0);
    const auto give_up = std::chrono::steady_clock::now() + 120s;
    while (!run.timeline()->finished() && std::chrono::steady_clock::now() < give_up) run.wait_for(1s);
    REQUIRE(run.timeline()->finished());
    CHECK(told_by(*run.timeline()) == told_by(*simulate(scenario, settings)));
    CHECK(run.timeline()->tasks().size() == 1);
  }
}

}  // namespace interleave::testing

#include "core/interchange/recording.h"

#include <doctest/doctest.h>

#include "core/live/live_run.h"
#include "tests/interchange/runs/every_run.h"
#include "tests/support/property.h"
#include "tests/support/same_timeline.h"
#include "tests/support/scenarios.h"
#include "tests/timeline/random_run.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

std::string lost_in(const Timeline& timeline, const std::vector<Time>& times = {}) {
  const auto recording = read_recording(write_recording(timeline, "the scenario"));
  if (!recording) return recording.error();
  if (recording.value().scenario != "the scenario") return "the scenario";
  return difference(timeline, *recording.value().timeline, times);
}

}  // namespace

TEST_CASE("every built-in scenario in every mode comes back from its recording") {
  for_each_built_in_run([](const Timeline& timeline) { CHECK(lost_in(timeline) == ""); });
}

TEST_CASE("a random run comes back from its recording, at every random moment") {
  CHECK(holds(500, [] {
    const auto timeline = random_timeline();
    const auto horizon = static_cast<std::int64_t>(timeline->horizon().time_since_epoch().count());
    std::vector<Time> times;
    for (int i = 0; i < 20; ++i) times.emplace_back(Duration(*rc::gen::inRange<std::int64_t>(0, horizon + 2'000)));
    RC_ASSERT(lost_in(*timeline, times) == "");
  }));
}

TEST_CASE("a made-up run that came in batches, and was often cut off, comes back from its recording") {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const RandomRun run = random_run(dice);
    Timeline timeline(run.info);
    for (const Batch& batch : in_batches(run, dice)) timeline.append(batch);
    timeline.finish(run.end);
    std::vector<Time> times;
    for (int i = 0; i < 20; ++i) times.emplace_back(Duration(dice.between(0, 60)));
    REQUIRE(lost_in(timeline, times) == "");
  }
}

TEST_CASE("a run on real threads comes back from its recording, also one that was cancelled") {
  const Scenario scenario = built_in("coffee-shop");
  for (const bool cancelled : {false, true}) {
    RunSettings settings = default_settings(scenario);
    settings.mode = Mode::pool;
    LiveRun run(scenario, settings, 100);
    run.set_max_workers(3);
    run.pause();
    run.resume();
    if (cancelled) run.cancel();
    while (!run.timeline()->finished()) run.wait_for(std::chrono::milliseconds(20));
    CHECK(lost_in(*run.timeline()) == "");
  }
}

TEST_CASE("a recording of a hundred thousand spans comes back, in fewer than twenty bytes a span") {
  const Scenario scenario = scenario_with_tasks(
      R"({"name": "a", "steps": [{"repeat": 50000, "steps": [{"compute": 0.001}, {"sleep": 0.002}]}]})");
  for (const Mode mode : {Mode::coroutine, Mode::threads}) {
    RunSettings settings;
    settings.mode = mode;
    const auto timeline = simulate(scenario, settings);
    REQUIRE(timeline->tasks()[0].spans.size() == 100'000);
    const std::string bytes = write_recording(*timeline, "");
    CHECK(bytes.size() < 2'000'000);
    const auto recording = read_recording(bytes);
    REQUIRE(recording);
    CHECK(recording.value().timeline->tasks()[0].spans == timeline->tasks()[0].spans);
    CHECK(recording.value().timeline->counters().points().size() == timeline->counters().points().size());
  }
}

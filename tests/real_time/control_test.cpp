// That control of a real run is felt within 20 ms, and that lateness does not add up.
#include <algorithm>
#include <chrono>
#include <doctest/doctest.h>
#include <thread>

#include "core/live/live_run.h"
#include "tests/support/scenarios.h"

using namespace interleave;
using namespace interleave::testing;
using namespace std::chrono_literals;

namespace {

constexpr auto kFelt = 20ms;

RunSettings settings_of(Mode mode, int max_workers = 2) {
  RunSettings settings;
  settings.mode = mode;
  settings.max_workers = max_workers;
  return settings;
}

void poll_to_end(LiveRun& run) {
  while (!run.timeline()->finished()) run.wait_for(1h);
}

// Ten tasks that sleep, block and compute for hours.
Scenario busy() {
  std::string tasks;
  for (int i = 0; i < 10; ++i) {
    const char* const verb = i % 3 == 0 ? "sleep" : i % 3 == 1 ? "block" : "compute";
    tasks += (i == 0 ? "" : ",") + std::string(R"({"name": ")") + std::to_string(i) + R"(", "steps": [{")" + verb +
             R"(": 10000}]})";
  }
  return scenario_with_tasks(tasks);
}

}  // namespace

TEST_CASE("a cancelled run has ended, its threads joined, within 20 ms, in every mode, paused or not") {
  for (const Mode mode : kModes) {
    for (const bool pause : {false, true}) {
      for (const bool gil : {false, true}) {
        CAPTURE(name(mode));
        CAPTURE(gil);
        RunSettings settings = settings_of(mode, 4);
        settings.gil = gil;
        LiveRun run(busy(), settings, 1);
        run.wait_for(30ms);
        if (pause) run.pause();
        const auto begin = std::chrono::steady_clock::now();
        run.cancel();
        poll_to_end(run);
        CHECK(std::chrono::steady_clock::now() - begin < kFelt);
      }
    }
  }
}

TEST_CASE("a sleep that falls due after a resumption ends within 20 ms of it; the pause itself is not counted") {
  LiveRun run(scenario_with_tasks(R"({"name": "a", "steps": [{"sleep": 0.1}]})"), settings_of(Mode::threads), 1);
  run.wait_for(50ms);
  run.pause();
  const Time paused_at = run.now();
  std::this_thread::sleep_for(200ms);
  CHECK(run.now() == paused_at);
  run.resume();
  const auto begin = std::chrono::steady_clock::now();
  poll_to_end(run);
  CHECK(std::chrono::steady_clock::now() - begin < (Time(100ms) - paused_at) + kFelt);
  CHECK(run.timeline()->end()->time >= Time(100ms));
  CHECK(run.timeline()->end()->time < Time(100ms) + kFelt);
}

TEST_CASE("a sleeper feels another speed within 20 ms") {
  LiveRun run(scenario_with_tasks(R"({"name": "a", "steps": [{"sleep": 1000}]})"), settings_of(Mode::coroutine), 0.1);
  run.wait_for(30ms);
  // So fast that the sleep is over at once.
  run.set_speed(1'000'000);
  const auto begin = std::chrono::steady_clock::now();
  poll_to_end(run);
  CHECK(std::chrono::steady_clock::now() - begin < kFelt);
}

TEST_CASE("workers that are added to a pool start on the waiting jobs within 20 ms") {
  RunSettings settings = settings_of(Mode::pool, 1);
  settings.gil = false;  // else those that compute let the others begin one by one
  LiveRun run(busy(), settings, 1);
  run.wait_for(30ms);
  const Time changed_at = run.now();
  run.set_max_workers(10);
  run.wait_for(kFelt * 2);
  for (const TaskTrack& task : run.timeline()->tasks()) {
    REQUIRE(task.started);
    CHECK(*task.started < changed_at + kFelt);
  }
}

TEST_CASE("ten thousand short sleeps beside a thousand longer ones on one loop end 20 ms late at most") {
  LiveRun run(scenario_with_tasks(R"(
      {"name": "short", "steps": [{"repeat": 10000, "steps": [{"sleep": 0.0001}]}]},
      {"name": "longer", "steps": [{"sleep": 0.00005}, {"repeat": 1000, "steps": [{"sleep": 0.001}]}]})"),
              settings_of(Mode::coroutine), 1);
  poll_to_end(run);
  for (const TaskTrack& task : run.timeline()->tasks()) {
    CAPTURE(task.name);
    CHECK(*task.finished >= Time(1s));
    CHECK(*task.finished < Time(1s) + kFelt);
  }
}

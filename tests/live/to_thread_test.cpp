// Threads beside an event loop, really run.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>

#include "core/live/live_run.h"
#include "core/record/names.h"
#include "tests/support/scenarios.h"

namespace interleave::testing {
namespace {

using namespace std::chrono_literals;

std::shared_ptr<const Timeline> run_really(const std::string& tasks, const std::string& more, double speed) {
  RunSettings settings;
  settings.mode = Mode::coroutine;
  LiveRun run(scenario_with_tasks(tasks, more), settings, speed);
  const auto give_up = std::chrono::steady_clock::now() + 120s;
  while (!run.timeline()->finished() && std::chrono::steady_clock::now() < give_up) run.wait_for(1s);
  REQUIRE(run.timeline()->finished());
  return run.timeline();
}

}  // namespace

TEST_CASE("in a real run a task beside the loop ends, is cancelled or times out as in a simulated one") {
  const auto run = run_really(R"({"name": "a", "to_thread": true, "steps": [{"block": 2}, {"return": 7}]},
    {"name": "b", "to_thread": true, "steps": [{"block": 6}, {"print": "b goes on"}]},
    {"name": "c", "to_thread": true, "timeout": 1, "steps": [{"block": 9}, {"print": "c goes on"}]},
    {"name": "d", "steps": [{"await": "a", "into": "x"}, {"print": "{x}"}, {"cancel": "b"}]})",
                              "", 50);
  std::string text;
  for (const OutputLine& line : run->output()) text += line.text + "; ";
  for (const TaskTrack& task : run->tasks()) text += fmt::format("{} {}; ", task.name, name(*task.outcome));
  CHECK(text == "7; b goes on; c goes on; a finished; b cancelled; c failed; d finished; ");
  CHECK(run->tasks()[1].spans.back().worker != WorkerId::none);
}

TEST_CASE("of what hundreds of threads beside the loop write under no lock, each write is on record with its place") {
  std::string tasks;
  for (int i = 0; i < 300; ++i) {
    tasks += fmt::format(R"({{"name": "t{}", "to_thread": true, "steps": [{{"read": "n", "into": "x"}},
      {{"sleep": 0.001}}, {{"write": "n", "value": "x + 1"}}, {{"return": "x"}}]}}, )",
                         i);
  }
  tasks +=
      R"({"name": "canceller", "steps": [{"repeat": 20, "steps": [{"sleep": 0}, {"cancel": "t299"}, {"cancel": "t0"}]},
    {"try": [{"await": "t5", "into": "x"}], "except": []}]})";
  const auto run = run_really(tasks, R"("shared": {"n": 0}, "machine": {"cores": 8},)", 20);
  CHECK(run->workers().size() <= 13);
  int writes = 0;
  for (const Access& access : run->accesses()) writes += access.kind == AccessKind::written ? 1 : 0;
  int begun = 0;
  for (const TaskTrack& task : run->tasks()) {
    CHECK(task.finished.has_value());
    begun += task.started.has_value() && task.name != "canceller" ? 1 : 0;
  }
  CHECK(writes == begun);
}

TEST_CASE("a real run that is stopped while threads beside the loop block ends at once") {
  RunSettings settings;
  settings.mode = Mode::coroutine;
  LiveRun run(scenario_with_tasks(R"({"name": "a", "to_thread": true, "steps": [{"block": 5000}]},
    {"name": "b", "steps": [{"await": "a"}]})"),
              settings, 1);
  run.wait_for(50ms);
  run.cancel();
  const auto give_up = std::chrono::steady_clock::now() + 60s;
  while (!run.timeline()->finished() && std::chrono::steady_clock::now() < give_up) run.wait_for(1s);
  REQUIRE(run.timeline()->finished());
  CHECK(run.timeline()->end()->outcome == Outcome::cancelled);
}

}  // namespace interleave::testing

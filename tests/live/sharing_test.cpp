// Tasks that share things, on real threads: what they do to each other is on record as it happened.
// INTERLEAVE_SHARED_USES says how many uses of each kind of thing there are in all.
#include <cstdlib>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>

#include "core/live/live_run.h"
#include "core/run/simulate.h"
#include "tests/support/access_check.h"
#include "tests/support/scenarios.h"
#include "tests/support/threads.h"

namespace interleave::testing {
namespace {

using namespace std::chrono_literals;

std::shared_ptr<const Timeline> run_for_real(const Scenario& scenario, Mode mode, int max_workers) {
  RunSettings settings;
  settings.mode = mode;
  settings.max_workers = max_workers;
  LiveRun run(scenario, settings, 100);
  const auto give_up = std::chrono::steady_clock::now() + 300s;
  while (!run.timeline()->finished() && std::chrono::steady_clock::now() < give_up) run.wait_for(1s);
  REQUIRE(run.timeline()->finished());
  return run.timeline();
}

int uses() {
  const char* const text = std::getenv("INTERLEAVE_SHARED_USES");
  return text == nullptr ? 10'000 : std::atoi(text);
}

constexpr int kTasks = 8;

// Eight tasks that do this so often as to come to all those uses, each pass being some of them.
Scenario everybody_does(const std::string& steps, int uses_each, const std::string& declared) {
  std::string tasks;
  for (int i = 0; i < kTasks; ++i) {
    tasks += fmt::format(R"({}{{"name": "t{}", "call": "f"}})", i == 0 ? "" : ", ", i);
  }
  return scenario_of(fmt::format(R"({{"interleave": 1, "title": "shared", {}"functions": {{"f": {{"steps":
      [{{"repeat": {}, "steps": [{}]}}]}}}}, "tasks": [{}]}})",
                                 declared, uses() / uses_each / kTasks, steps, tasks));
}

constexpr Mode kModesAtOnce[] = {Mode::threads, Mode::coroutine, Mode::pool};

}  // namespace

TEST_CASE("no update is lost under a lock, however many tasks want it at once") {
  const Scenario scenario = everybody_does(
      R"({"lock": "m", "steps": [{"read": "n", "into": "x"}, {"sleep": 0}, {"write": "n", "value": "x + 1"}]})", 4,
      R"("shared": {"n": 0}, )");
  for (const Mode mode : kModesAtOnce) {
    CAPTURE(name(mode));
    for (const auto& run : {run_for_real(scenario, mode, 4), simulate(scenario, {.mode = mode, .max_workers = 4})}) {
      CHECK(run->end()->outcome == Outcome::finished);
      CHECK(problem_with_accesses(*run) == "");
      const int passes = uses() / 4 / kTasks * kTasks;
      CHECK(run->accesses().size() == static_cast<std::size_t>(passes) * 4);
      CHECK(run->accesses()[run->accesses().size() - 2].value == passes);
    }
  }
}

TEST_CASE("a semaphore never gives more permits than it has, and none is lost") {
  const Scenario scenario =
      everybody_does(R"({"acquire": "s"}, {"sleep": 0}, {"release": "s"})", 2, R"("semaphores": {"s": 3}, )");
  for (const Mode mode : kModesAtOnce) {
    CAPTURE(name(mode));
    for (const auto& run : {run_for_real(scenario, mode, 5), simulate(scenario, {.mode = mode, .max_workers = 5})}) {
      CHECK(run->end()->outcome == Outcome::finished);
      CHECK(problem_with_accesses(*run) == "");
      CHECK(run->accesses().back().value == 3);
    }
  }
}

TEST_CASE("what is put into a queue comes out once, in order, and who waits for it is never forgotten") {
  // Everybody takes what his neighbours put: with no room to spare, all wait for all the time.
  const Scenario scenario = everybody_does(R"({"put": "q", "value": 7}, {"get": "q", "into": "x"})", 2,
                                           fmt::format(R"("queues": {{"q": {}}}, )", kTasks - 3));
  for (const Mode mode : kModesAtOnce) {
    CAPTURE(name(mode));
    for (const auto& run :
         {run_for_real(scenario, mode, kTasks), simulate(scenario, {.mode = mode, .max_workers = kTasks})}) {
      CHECK(run->end()->outcome == Outcome::finished);
      CHECK(problem_with_accesses(*run) == "");
      CHECK(run->accesses().size() == static_cast<std::size_t>(uses() / 2 / kTasks * kTasks) * 2);
    }
  }
}

TEST_CASE("a deadlock on the real clock ends the run, told as the circle, and every thread is joined") {
  const int before = threads_of_this_process();
  const Scenario scenario = scenario_with_tasks(
      R"({"name": "rent", "steps": [{"lock": "alice", "steps": [{"put": "has alice", "value": 1},
            {"get": "has bob", "into": "x"}, {"sleep": 5}, {"lock": "bob", "steps": []}]}]},
         {"name": "refund", "steps": [{"lock": "bob", "steps": [{"put": "has bob", "value": 1},
            {"get": "has alice", "into": "x"}, {"sleep": 5}, {"lock": "alice", "steps": []}]}]},
         {"name": "late", "after": 1, "steps": [{"print": "late"}]})",
      R"("queues": {"has alice": 1, "has bob": 1}, )");
  for (const Mode mode : kModesAtOnce) {
    CAPTURE(name(mode));
    const auto run = run_for_real(scenario, mode, 3);
    CHECK(run->end()->outcome == Outcome::deadlocked);
    CHECK(run->end()->error == "rent holds alice and waits for bob; refund holds bob and waits for alice");
    CHECK(run->end()->time >= Time(5s));
    CHECK(run->tasks()[0].outcome == Outcome::deadlocked);
    CHECK(run->tasks()[1].outcome == Outcome::deadlocked);
    CHECK(run->tasks()[2].outcome == Outcome::finished);
  }
  CHECK(threads_are_down_to(before));
}

TEST_CASE("where the only worker of a pool waits for what stands in its queue, the run ends deadlocked") {
  const Scenario scenario = scenario_with_tasks(R"({"name": "c", "steps": [{"get": "q", "into": "x"}]},
                                                   {"name": "p", "steps": [{"put": "q", "value": 1}]})",
                                                R"("queues": {"q": 1}, )");
  for (const Mode mode : {Mode::pool, Mode::sequential}) {
    const auto run = run_for_real(scenario, mode, 1);
    CHECK(run->end()->outcome == Outcome::deadlocked);
    CHECK(run->tasks()[0].outcome == Outcome::deadlocked);
    CHECK(run->tasks()[1].outcome == Outcome::not_started);
  }
}

TEST_CASE("a run whose tasks wait for each other can be cancelled while one of them still sleeps") {
  const Scenario scenario = scenario_with_tasks(
      R"({"name": "a", "steps": [{"acquire": "m"}, {"put": "has m", "value": 1}, {"sleep": 10000}]},
         {"name": "b", "steps": [{"get": "has m", "into": "x"}, {"acquire": "m"}]})",
      R"("queues": {"has m": 1}, )");
  for (const Mode mode : kModesAtOnce) {
    CAPTURE(name(mode));
    RunSettings settings;
    settings.mode = mode;
    LiveRun run(scenario, settings, 100);
    const auto waits_for_lock = [&] {
      const std::vector<Span>& spans = run.timeline()->tasks()[1].spans;
      return !spans.empty() && spans.back().cause == Cause::lock;
    };
    while (!waits_for_lock() && !run.timeline()->finished()) run.wait_for(1ms);
    REQUIRE(!run.timeline()->finished());
    run.cancel();
    while (!run.timeline()->finished()) run.wait_for(1s);
    CHECK(run.timeline()->end()->outcome == Outcome::cancelled);
    CHECK(run.timeline()->tasks()[0].outcome == Outcome::cancelled);
    CHECK(run.timeline()->tasks()[1].outcome == Outcome::cancelled);
  }
}

}  // namespace interleave::testing

// Tasks that start, await and cancel each other, on real threads. INTERLEAVE_DEALINGS says how many tasks are started
// in all by the test that does so at random.
#include <array>
#include <cstdlib>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <random>
#include <string>

#include "core/live/live_run.h"
#include "core/record/names.h"
#include "core/run/refusal.h"
#include "core/run/simulate.h"
#include "core/timeline/ends.h"
#include "tests/support/access_check.h"
#include "tests/support/scenarios.h"
#include "tests/support/threads.h"

namespace interleave::testing {
namespace {

using namespace std::chrono_literals;

std::shared_ptr<const Timeline> run_really(const Scenario& scenario, Mode mode, int max_workers, double speed) {
  RunSettings settings;
  settings.mode = mode;
  settings.max_workers = max_workers;
  LiveRun run(scenario, settings, speed);
  const auto give_up = std::chrono::steady_clock::now() + 120s;
  while (!run.timeline()->finished() && std::chrono::steady_clock::now() < give_up) run.wait_for(1s);
  REQUIRE(run.timeline()->finished());
  return run.timeline();
}

// What was printed, in order, and how each task ended.
std::string told(const Timeline& timeline) {
  std::string text;
  for (const OutputLine& line : timeline.output()) text += line.text + "; ";
  for (const TaskTrack& task : timeline.tasks()) {
    text +=
        fmt::format("{} {} {}{}; ", task.name, name(*task.outcome), task.error, task.result ? task.result->text : "");
  }
  return text + std::string(name(timeline.end()->outcome)) + " " + timeline.end()->error;
}

int tasks_to_start() {
  const char* const text = std::getenv("INTERLEAVE_DEALINGS");
  return text == nullptr ? 1'000 : std::atoi(text);
}

// A task that starts others which sleep, fail or return, and waits for them too shortly, or cancels them, or takes them
// as they end; and all of it over again, as tasks of other names.
std::string random_dealings(std::mt19937_64& random, int others) {
  const auto any = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
  std::string steps;
  std::string tasks;
  std::string names;
  for (int i = 0; i < others; ++i) {
    const std::string own = any(3) == 0 ? R"({"raise": "no"})" : R"({"return": 1})";
    tasks += fmt::format(R"(, {{"name": "t{}", "manual": true, "steps": [{{"try": [{{"sleep": {}}}, {}],
        "finally": [{{"lock": "m", "steps": [{{"read": "n", "into": "x"}}, {{"write": "n", "value": "x + 1"}}]}}]}}]}})",
                         i, any(4) * 0.01, own);
    steps += fmt::format(R"({{"start": "t{}"}}, )", i);
    names += fmt::format(R"({}"t{}")", i == 0 ? "" : ", ", i);
  }
  for (int i = 0; i < others; ++i) {
    const double seconds = any(3) * 0.01;
    const std::string one = any(2) == 0 ? fmt::format(R"({{"await": "t{}", "timeout": {}}})", i, seconds)
                                        : fmt::format(R"({{"cancel": "t{}"}}, {{"sleep": {}}})", i, seconds);
    steps += fmt::format(R"({{"try": [{}], "except": []}}, )", one);
  }
  steps += fmt::format(R"({{"try": [{{"as_completed": [{}], "into": "x", "steps": []}}], "except": []}})", names);
  return fmt::format(R"({{"interleave": 1, "title": "dealings", "shared": {{"n": 0}},
      "tasks": [{{"name": "starter", "steps": [{}]}}{}]}})",
                     steps, tasks);
}

// In which tasks reach each other.
constexpr std::array kModesOfDealings = {Mode::sequential, Mode::coroutine, Mode::threads, Mode::pool};

}  // namespace

TEST_CASE("tasks deal with each other on the host's clock as on the virtual one, in every mode") {
  const Scenario scenario = scenario_with_tasks(
      R"({"name": "a", "steps": [{"start": "b"}, {"start": "c"}, {"start": "d"},
            {"as_completed": ["b", "c"], "into": "x", "steps": [{"print": "a takes {x}"}]},
            {"try": [{"await": "d", "timeout": 1}], "except": [{"print": "a gives up"}]}, {"await": ["b", "c"], "into": ["y", "z"]},
            {"return": "10 * y + z"}]},
         {"name": "b", "manual": true, "steps": [{"sleep": 4}, {"return": 1}]},
         {"name": "c", "manual": true, "steps": [{"sleep": 2}, {"return": 2}]},
         {"name": "d", "manual": true, "steps": [{"try": [{"sleep": 9}], "finally": [{"print": "d leaves"}]}]},
         {"name": "e", "steps": [{"sleep": 1}, {"raise": "burnt"}]})");
  for (const Mode mode : kModes) {
    if (refusal(scenario, mode)) continue;
    CAPTURE(name(mode));
    const auto expected = simulate(scenario, {.mode = mode, .max_workers = 5});
    CHECK(told(*run_really(scenario, mode, 5, 50)) == told(*expected));
  }
}

TEST_CASE("on the host's clock too who gave up waiting is told from who did not, by what followed") {
  std::string tasks =
      R"({"name": "holder", "steps": [{"lock": "m", "steps": [{"sleep": 2}]}, {"put": "q", "value": 1}]})";
  // Of ends that come in the very moment in which the time is up, no record can tell which was first.
  const std::array<std::string, 4> waits = {
      R"({"acquire": "m", "timeout": 1.9)", R"({"get": "q", "into": "x", "timeout": 2)",
      R"({"await": "holder", "timeout": 1.5)", R"({"await": "holder", "timeout": 4)"};
  for (int i = 0; i < 12; ++i) {
    const std::string back = i % 4 == 0 ? R"(, {"release": "m"})" : "";
    tasks += fmt::format(R"(, {{"name": "t{}", "steps": [{{"sleep": 0.{}}}, {{"try": [{}}}, {{"print": "got it"}}{}],
        "except": [{{"print": "gives up"}}]}}]}})",
                         i, i % 3, waits.at(static_cast<std::size_t>(i % 4)), back);
  }
  const Scenario scenario = scenario_with_tasks(tasks, R"("queues": {"q": 1}, )");
  for (const Mode mode : {Mode::threads, Mode::coroutine, Mode::pool}) {
    CAPTURE(name(mode));
    const auto run = run_really(scenario, mode, 13, 50);
    for (const OutputLine& line : run->output()) {
      CAPTURE(run->tasks()[index(line.task)].name);
      CHECK((line.text == "gives up") == !timeouts_of(*run, line.task).empty());
    }
  }
}

TEST_CASE("however tasks are started, awaited, given up and cancelled, every run comes to its end and loses nothing") {
  const int before = threads_of_this_process();
  constexpr int kOthers = 10;
  std::mt19937_64 random(7);
  for (int started = 0; started < tasks_to_start(); started += kOthers) {
    const std::string text = random_dealings(random, kOthers);
    CAPTURE(text);
    const Mode mode = kModesOfDealings[random() % kModesOfDealings.size()];
    CAPTURE(name(mode));
    const auto run = run_really(scenario_of(text), mode, 4, 10);
    CHECK(run->end()->outcome != Outcome::deadlocked);
    CHECK(problem_with_accesses(*run) == "");
    std::size_t begun = 0;
    for (const TaskTrack& task : run->tasks()) {
      CHECK(task.outcome != Outcome::deadlocked);
      if (task.started) ++begun;
    }
    // Every task but the starter has counted itself, however it ended.
    const std::size_t counted = run->accesses().size() / 4;
    CHECK(counted == begun - 1);
  }
  CHECK(threads_are_down_to(before));
}

}  // namespace interleave::testing

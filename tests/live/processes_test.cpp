// Real worker processes: what they do is on record, control reaches them, and however one of them ends, or the process
// that they belong to, nothing hangs and nothing is left. INTERLEAVE_KILLED_WORKERS says how many are killed in all.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <doctest/doctest.h>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "core/live/live_run.h"
#include "core/run/simulate.h"
#include "tests/support/run_text.h"
#include "tests/support/scenarios.h"
#include "tests/support/threads.h"

namespace interleave::testing {
namespace {

using namespace std::chrono_literals;

RunSettings on_processes(int max_workers) {
  RunSettings settings;
  settings.mode = Mode::processes;
  settings.max_workers = max_workers;
  return settings;
}

template <class Condition>
void wait_until(LiveRun& run, const Condition& condition) {
  const auto give_up = std::chrono::steady_clock::now() + 60s;
  while (!condition(*run.timeline())) {
    REQUIRE(std::chrono::steady_clock::now() < give_up);
    run.wait_for(1ms);
  }
}

void wait_for_end(LiveRun& run) {
  wait_until(run, [](const Timeline& timeline) { return timeline.finished(); });
}

std::size_t started(const Timeline& timeline) {
  const auto tasks = timeline.tasks();
  return static_cast<std::size_t>(
      std::count_if(tasks.begin(), tasks.end(), [](const TaskTrack& task) { return task.started.has_value(); }));
}

bool is_alive(int process) { return ::kill(process, 0) == 0; }

bool are_gone(const std::vector<int>& processes) {
  const auto give_up = std::chrono::steady_clock::now() + 10s;
  while (std::any_of(processes.begin(), processes.end(), is_alive)) {
    if (std::chrono::steady_clock::now() > give_up) return false;
    std::this_thread::sleep_for(1ms);
  }
  return true;
}

int kills() {
  const char* const text = std::getenv("INTERLEAVE_KILLED_WORKERS");
  return text == nullptr ? 4 : std::atoi(text);
}

// Four tasks that print and wait for a long time, by little pieces.
Scenario talkers() {
  std::string tasks;
  for (const char* name : {"a", "b", "c", "d"}) {
    tasks += std::string(tasks.empty() ? "" : ", ") + R"({"name": ")" + name +
             R"(", "steps": [{"repeat": 20000, "steps": [{"print": "a line of some length"}, {"sleep": 0.001}]}]})";
  }
  return scenario_with_tasks(tasks);
}

}  // namespace

TEST_CASE("tasks in worker processes do what they do on the virtual clock, with variables of their own") {
  const Scenario scenario = scenario_of(R"({"interleave": 1, "title": "T", "shared": {"tickets": 1},
      "functions": {"sell": {"parameters": ["customer"], "steps": [
        {"read": "tickets", "into": "left"},
        {"if": "left > 0", "steps": [{"sleep": 0.5}, {"write": "tickets", "value": "left - 1"},
                                     {"print": "{customer} has a ticket"}, {"return": "left"}],
         "else": [{"print": "Sold out, {customer}"}, {"raise": "sold out"}]}]}},
      "tasks": [{"name": "1", "call": "sell", "arguments": {"customer": "Ada"}},
                {"name": "2", "call": "sell", "arguments": {"customer": "Bob"}},
                {"name": "3", "call": "sell", "arguments": {"customer": "Cleo"}, "after": 30}]})");
  LiveRun run(scenario, on_processes(2), 10);
  wait_for_end(run);
  const auto expected = simulate(scenario, on_processes(2));
  const Timeline& real = *run.timeline();
  CHECK(real.end()->outcome == expected->end()->outcome);
  CHECK(real.end()->error == expected->end()->error);
  CHECK(real.info().objects == expected->info().objects);
  REQUIRE(real.accesses().size() == expected->accesses().size());
  for (std::size_t task = 0; task < 3; ++task) {
    CHECK(real.tasks()[task].outcome == expected->tasks()[task].outcome);
    CHECK(real.tasks()[task].result.has_value() == expected->tasks()[task].result.has_value());
  }
  CHECK(real.output().back().text == "Sold out, Cleo");
}

TEST_CASE("a task that waits for a lock which its process will never release deadlocks the run, and others end") {
  LiveRun run(scenario_of(R"({"interleave": 1, "title": "T", "tasks": [
      {"name": "keeps", "steps": [{"acquire": "m"}]},
      {"name": "ends", "steps": [{"sleep": 30}]},
      {"name": "waits", "steps": [{"acquire": "m"}], "after": 10}]})"),
              on_processes(2), 10);
  wait_for_end(run);
  CHECK(run.timeline()->end()->outcome == Outcome::deadlocked);
  CHECK(run.timeline()->end()->error == "waits waits for m of process 1, held by keeps");
  CHECK(run.timeline()->tasks()[1].outcome == Outcome::finished);
}

TEST_CASE("no process is left behind a run that has ended, was cancelled or is destroyed") {
  const int before = threads_of_this_process();
  for (const int way : {0, 1, 2}) {
    CAPTURE(way);
    std::vector<int> processes;
    {
      LiveRun run(way == 0 ? scenario_with_tasks(R"({"name": "a", "steps": [{"sleep": 0.5}]},
                                                    {"name": "b", "steps": [{"sleep": 1}]})")
                           : talkers(),
                  on_processes(2), 1);
      wait_until(run, [](const Timeline& timeline) { return started(timeline) == 2; });
      processes = run.process_ids();
      REQUIRE(processes.size() == 2);
      if (way == 1) run.cancel();
      if (way < 2) wait_for_end(run);
      if (way < 2) CHECK(are_gone(processes));
    }
    CHECK(are_gone(processes));
    CHECK(threads_are_down_to(before));
  }
}

TEST_CASE(
    "whenever a worker process is killed, every task that had not ended fails for that reason, and nothing hangs") {
  std::mt19937 random(20261129);
  for (int kill = 0; kill < kills(); ++kill) {
    CAPTURE(kill);
    LiveRun run(talkers(), on_processes(2), 1);
    wait_until(run, [](const Timeline& timeline) { return started(timeline) > 0; });
    run.wait_for(std::chrono::microseconds(random() % 20'000));
    const std::vector<int> processes = run.process_ids();
    REQUIRE(!processes.empty());
    ::kill(processes[random() % processes.size()], SIGKILL);
    wait_for_end(run);
    const Timeline& timeline = *run.timeline();
    CHECK(timeline.end()->outcome == Outcome::failed);
    CHECK(timeline.counters().at(timeline.horizon())[Counter::ended] == 4);
    for (const TaskTrack& task : timeline.tasks()) {
      CHECK(task.outcome == Outcome::failed);
      const bool says_which = task.error == "worker process 1 died" || task.error == "worker process 2 died";
      CHECK_MESSAGE(says_which, task.error);
      CHECK(task.error == timeline.tasks()[0].error);
    }
    CHECK(are_gone(processes));
  }
}

TEST_CASE("where tasks are submitted one by one, those behind a worker's death fail for that reason") {
  LiveRun run(scenario_of(R"({"interleave": 1, "title": "T", "launch": "one_by_one", "tasks": [
      {"name": "dies", "steps": [{"sleep": 10000}]}, {"name": "next", "steps": []}, {"name": "last", "steps": []}]})"),
              on_processes(2), 1);
  wait_until(run, [](const Timeline& timeline) { return started(timeline) == 1; });
  ::kill(run.process_ids()[0], SIGKILL);
  wait_for_end(run);
  CHECK(run.timeline()->end()->outcome == Outcome::failed);
  for (const TaskTrack& task : run.timeline()->tasks()) CHECK(task.error == "worker process 1 died");
}

TEST_CASE("a worker process that is killed while it has nothing to do is missed at once") {
  LiveRun run(scenario_with_tasks(R"({"name": "ends", "steps": []}, {"name": "goes on", "steps": [{"sleep": 10000}]})"),
              on_processes(2), 1);
  wait_until(run, [](const Timeline& timeline) {
    return timeline.tasks()[0].finished.has_value() && timeline.tasks()[1].started.has_value();
  });
  ::kill(run.process_ids()[0], SIGKILL);
  wait_for_end(run);
  CHECK(run.timeline()->tasks()[0].outcome == Outcome::finished);
  CHECK(run.timeline()->tasks()[1].outcome == Outcome::failed);
  CHECK(run.timeline()->tasks()[1].error == "worker process 1 died");
}

}  // namespace interleave::testing

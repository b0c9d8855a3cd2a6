// Which worker of a pool takes which job, and what a change of max_workers does.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/run/simulate.h"
#include "tests/support/run_text.h"
#include "tests/support/scenarios.h"

using namespace interleave;
using namespace interleave::testing;
using namespace std::chrono_literals;

namespace {

struct Job {
  const char* name;
  double seconds;
  double after = 0;
};

std::shared_ptr<const Timeline> pool_run(const std::vector<Job>& jobs, int max_workers,
                                         std::vector<MaxWorkersChange> changes = {}) {
  std::string tasks;
  for (const Job& job : jobs) {
    tasks += fmt::format(R"({}{{"name": "{}", "steps": [{{"sleep": {}}}], "after": {}}})", tasks.empty() ? "" : ",",
                         job.name, job.seconds, job.after);
  }
  RunSettings settings;
  settings.mode = Mode::pool;
  settings.max_workers = max_workers;
  settings.changes = std::move(changes);
  return simulate(scenario_with_tasks(tasks), settings);
}

// "worker 2 left at 3" for each that did.
std::string leavers(const Timeline& run) {
  std::string text;
  for (const WorkerTrack& worker : run.workers()) {
    if (worker.retired) text += fmt::format("{} left at {}\n", worker.name, seconds(*worker.retired));
  }
  return text;
}

}  // namespace

TEST_CASE("a worker is made only when a job comes and none is unoccupied") {
  CHECK(chart(*pool_run({{"a", 1}, {"b", 1, 2}, {"c", 1, 2.5}}, 4)) ==
        "a: 0 waiting/sleep@worker 1 1 finished\n"
        "b: 2 waiting/sleep@worker 1 3 finished\n"
        "c: 2.5 waiting/sleep@worker 2 3.5 finished\n");
}

TEST_CASE("a job that comes as a worker becomes unoccupied comes first, and so makes a worker, or queues for no time") {
  CHECK(chart(*pool_run({{"a", 1}, {"b", 1, 1}}, 2)) ==
        "a: 0 waiting/sleep@worker 1 1 finished\n"
        "b: 1 waiting/sleep@worker 2 2 finished\n");
  CHECK(chart(*pool_run({{"a", 1}, {"b", 1, 1}}, 1)) ==
        "a: 0 waiting/sleep@worker 1 1 finished\n"
        "b: 1 waiting/sleep@worker 1 2 finished\n");
}

TEST_CASE("a job goes to the lowest-numbered unoccupied worker, whoever became so first") {
  CHECK(chart(*pool_run({{"a", 3}, {"b", 1}, {"c", 2}, {"d", 1, 2.5}, {"e", 1, 4}}, 3)) ==
        "a: 0 waiting/sleep@worker 1 3 finished\n"
        "b: 0 waiting/sleep@worker 2 1 finished\n"
        "c: 0 waiting/sleep@worker 3 2 finished\n"
        "d: 2.5 waiting/sleep@worker 2 3.5 finished\n"
        "e: 4 waiting/sleep@worker 1 5 finished\n");
}

TEST_CASE("the queue is first in, first out") {
  CHECK(chart(*pool_run({{"late", 1, 0.5}, {"a", 2}, {"b", 1}, {"c", 1}}, 1)) ==
        "late: 0.5 queued 4 waiting/sleep@worker 1 5 finished\n"
        "a: 0 waiting/sleep@worker 1 2 finished\n"
        "b: 0 queued 2 waiting/sleep@worker 1 3 finished\n"
        "c: 0 queued 3 waiting/sleep@worker 1 4 finished\n");
}

TEST_CASE("when max_workers grows, queued jobs start at once on new workers, and no more than there is room for") {
  const auto run = pool_run({{"a", 4}, {"b", 4}, {"c", 4}, {"d", 4}}, 1, {{Time(1s), 3}});
  CHECK(chart(*run) ==
        "a: 0 waiting/sleep@worker 1 4 finished\n"
        "b: 0 queued 1 waiting/sleep@worker 2 5 finished\n"
        "c: 0 queued 1 waiting/sleep@worker 3 5 finished\n"
        "d: 0 queued 4 waiting/sleep@worker 1 8 finished\n");
  REQUIRE(run->changes().size() == 1);
  CHECK(run->changes()[0].time == Time(1s));
  CHECK(run->changes()[0].max_workers == 3);
  CHECK(run->info().max_workers == 1);
}

TEST_CASE("when max_workers shrinks, whoever finishes a task leaves, until few enough are left") {
  const auto run = pool_run({{"a", 2}, {"b", 3}, {"c", 4}, {"d", 1}, {"e", 1}}, 3, {{Time(1s), 1}});
  CHECK(chart(*run) ==
        "a: 0 waiting/sleep@worker 1 2 finished\n"
        "b: 0 waiting/sleep@worker 2 3 finished\n"
        "c: 0 waiting/sleep@worker 3 4 finished\n"
        "d: 0 queued 4 waiting/sleep@worker 3 5 finished\n"
        "e: 0 queued 5 waiting/sleep@worker 3 6 finished\n");
  CHECK(leavers(*run) == "worker 1 left at 2\nworker 2 left at 3\n");
}

TEST_CASE("when max_workers shrinks, unoccupied workers leave first, the highest number first") {
  const auto run = pool_run({{"a", 1}, {"b", 1}, {"c", 1}, {"d", 9}, {"e", 1, 4}}, 4, {{Time(2s), 3}, {Time(3s), 2}});
  CHECK(leavers(*run) == "worker 2 left at 3\nworker 3 left at 2\n");
  CHECK(chart(*run).find("d: 0 waiting/sleep@worker 4 9 finished\ne: 4 waiting/sleep@worker 1 5") != std::string::npos);
}

TEST_CASE("the numbers of workers that left are not given again") {
  const auto run = pool_run({{"a", 2}, {"b", 2}, {"c", 2, 5}, {"d", 2, 5}}, 2, {{Time(3s), 1}, {Time(4s), 2}});
  CHECK(chart(*run) ==
        "a: 0 waiting/sleep@worker 1 2 finished\n"
        "b: 0 waiting/sleep@worker 2 2 finished\n"
        "c: 5 waiting/sleep@worker 1 7 finished\n"
        "d: 5 waiting/sleep@worker 3 7 finished\n");
}

TEST_CASE("max_workers that shrinks and grows again before anybody finished lets nobody go") {
  const auto run = pool_run({{"a", 5}, {"b", 5}, {"c", 1}}, 2, {{Time(1s), 1}, {Time(2s), 2}});
  CHECK(leavers(*run) == "");
  CHECK(seconds(*run->tasks()[2].started) == 5);
}

TEST_CASE("a job that was submitted as max_workers changes starts under the limit it was submitted under") {
  const auto run = pool_run({{"a", 4}, {"b", 4, 1}}, 2, {{Time(1s), 1}});
  CHECK(seconds(*run->tasks()[1].started) == 1);
}

TEST_CASE("waits for a core are taken in turns of a slice, on the record of the task and of the worker it holds") {
  RunSettings settings;
  settings.mode = Mode::threads;
  settings.gil = false;
  const auto run = simulate(scenario_with_tasks(R"({"name": "a", "steps": [{"compute": 0.01}]},
                                                   {"name": "b", "steps": [{"compute": 0.01}]})",
                                                R"("machine": {"cores": 1, "gil": false, "time_slice": 0.005},)"),
                            settings);
  CHECK(chart(*run) ==
        "a: 0 running@thread 1 0.005 ready/core@thread 1 0.01 running@thread 1 0.015 finished\n"
        "b: 0 ready/core@thread 2 0.005 running@thread 2 0.01 ready/core@thread 2 0.015 running@thread 2 0.02 "
        "finished\n");
  CHECK(run->workers()[1].spans == run->tasks()[1].spans);
}

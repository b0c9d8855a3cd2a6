// Runs of Python programs whose threads need the interpreter's lock to go on.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "core/run/comparison.h"
#include "core/run/simulate.h"
#include "core/timeline/statistics.h"
#include "tests/support/property.h"
#include "tests/support/random_scenario.h"
#include "tests/support/run_text.h"
#include "tests/support/scenarios.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

// In threads, with two cores and the usual time slice of 5 ms.
std::shared_ptr<const Timeline> python_run(const std::string& tasks, Mode mode = Mode::threads, int max_workers = 2) {
  RunSettings settings;
  settings.mode = mode;
  settings.max_workers = max_workers;
  return simulate(scenario_with_tasks(tasks, R"("machine": {"cores": 2},)"), settings);
}

// Spans and lines, which is all but what the run says of its program.
std::string all_of(const Timeline& run) { return chart(run) + printed(run); }

}  // namespace

TEST_CASE("two threads that compute take turns of a time slice, however many cores there are") {
  const auto run = python_run(R"({"name": "a", "steps": [{"compute": 0.012}]},
                                 {"name": "b", "steps": [{"compute": 0.008}]})");
  CHECK(chart(*run) ==
        "a: 0 running@thread 1 0.005 ready/gil@thread 1 0.01 running@thread 1 0.015 ready/gil@thread 1 0.018 "
        "running@thread 1 0.02 finished\n"
        "b: 0 ready/gil@thread 2 0.005 running@thread 2 0.01 ready/gil@thread 2 0.015 running@thread 2 0.018 "
        "finished\n");
  CHECK(run->tasks()[1].started == Time(std::chrono::milliseconds(5)));
  const Statistics figures = statistics(*run, std::nullopt);
  CHECK(figures.workers[1].busy == std::chrono::milliseconds(8));
  CHECK(figures.workers[1].held == Duration(0));
  CHECK(figures.workers[1].held_ready == std::chrono::milliseconds(10));
}

TEST_CASE("each handover of the lock takes the switch cost, in which neither thread computes") {
  RunSettings settings;
  settings.mode = Mode::threads;
  const auto run = simulate(scenario_with_tasks(R"({"name": "a", "steps": [{"compute": 0.012}]},
                                                   {"name": "b", "steps": [{"compute": 0.008}]})",
                                                R"("machine": {"switch_cost": 0.001},)"),
                            settings);
  CHECK(chart(*run) ==
        "a: 0 running@thread 1 0.005 ready/gil@thread 1 0.012 running@thread 1 0.017 ready/gil@thread 1 0.022 "
        "running@thread 1 0.024 finished\n"
        "b: 0 ready/gil@thread 2 0.006 running@thread 2 0.011 ready/gil@thread 2 0.018 running@thread 2 0.021 "
        "finished\n");
}

TEST_CASE("a thread that wakes beside one that computes prints a time slice late, and its next wait is due from then") {
  const auto run = python_run(R"(
      {"name": "sleeper", "steps": [{"sleep": 0.1}, {"print": "one"}, {"sleep": 0.1}, {"print": "two"}]},
      {"name": "hog", "steps": [{"compute": 1}]})");
  CHECK(printed(*run) == "0.105 sleeper: one\n0.21 sleeper: two\n");
  CHECK(chart(*run) ==
        "sleeper: 0 waiting/sleep@thread 1 0.1 ready/gil@thread 1 0.105 waiting/sleep@thread 1 0.205 "
        "ready/gil@thread 1 0.21 finished\n"
        "hog: 0 running@thread 2 1 finished\n");
}

TEST_CASE("a wait that follows a wait for the lock behind nothing but prints is due from when the lock was there") {
  const auto run = python_run(R"(
      {"name": "hog", "steps": [{"compute": 0.02}]},
      {"name": "late", "steps": [{"print": "begun"}, {"print": "and waits"}, {"sleep": 0.003}, {"print": "over"}]})");
  CHECK(printed(*run) == "0.005 late: begun\n0.005 late: and waits\n0.013 late: over\n");
}

TEST_CASE("a wait of no time lets the lock go, and whoever asked for it goes first") {
  for (const char* verb : {"sleep", "block"}) {
    const auto run = python_run(std::string(R"(
        {"name": "a", "steps": [{"compute": 0.002}, {")") +
                                verb + R"(": 0}, {"print": "again"}, {"compute": 0.001}]},
        {"name": "b", "steps": [{"compute": 0.004}]})");
    CHECK(chart(*run) ==
          "a: 0 running@thread 1 0.002 ready/gil@thread 1 0.006 running@thread 1 0.007 finished\n"
          "b: 0 ready/gil@thread 2 0.002 running@thread 2 0.006 finished\n");
    CHECK(printed(*run) == "0.006 a: again\n");
    // What it waits in is that wait, which itself takes no time.
    CHECK(run->tasks()[0].spans[1].step == step_id(1));
  }
}

TEST_CASE("a print, and a computation that follows another, keep the lock") {
  const auto run = python_run(R"(
      {"name": "a", "steps": [{"compute": 0.002}, {"print": "between"}, {"compute": 0.002}]},
      {"name": "b", "steps": [{"print": "begun"}]})");
  CHECK(printed(*run) == "0.002 a: between\n0.004 b: begun\n");
}

TEST_CASE("a job of a pool holds its worker while it waits for the lock to begin; before that it is queued") {
  const auto run = python_run(R"(
      {"name": "a", "steps": [{"compute": 0.02}]},
      {"name": "b", "steps": [{"sleep": 0.002}]},
      {"name": "c", "steps": [{"print": "begun"}]})",
                              Mode::pool);
  CHECK(chart(*run) ==
        "a: 0 running@worker 1 0.02 finished\n"
        "b: 0 ready/gil@worker 2 0.005 waiting/sleep@worker 2 0.007 ready/gil@worker 2 0.012 finished\n"
        "c: 0 queued 0.012 ready/gil@worker 2 0.017 finished\n");
  CHECK(run->tasks()[2].started == Time(std::chrono::milliseconds(17)));
  CHECK(printed(*run) == "0.017 c: begun\n");
}

TEST_CASE("a thread that ends hands the lock to who has asked for longest") {
  const auto run = python_run(R"(
      {"name": "a", "steps": [{"compute": 0.003}]},
      {"name": "b", "steps": [{"compute": 0.002}], "after": 0.001},
      {"name": "c", "steps": [{"compute": 0.002}], "after": 0.002})");
  CHECK(chart(*run) ==
        "a: 0 running@thread 1 0.003 finished\n"
        "b: 0.001 ready/gil@thread 2 0.003 running@thread 2 0.005 finished\n"
        "c: 0.002 ready/gil@thread 3 0.005 running@thread 3 0.007 finished\n");
}

TEST_CASE(
    "the photo filters gain nothing from a second core in Python but on processes, and in C++ or without the GIL all "
    "it "
    "has") {
  const Scenario filters = built_in("photo-filters");
  RunSettings settings = default_settings(filters);
  const auto makespans = [&] {
    std::vector<double> found;
    for (const ModeResult& result : compare_modes(filters, settings)) found.push_back(seconds(result.makespan));
    return found;
  };
  CHECK(makespans() == std::vector<double>{12, 9, 9, 9.5, 6.05});
  settings.gil = false;
  CHECK(makespans() == std::vector<double>{12, 9, 5.5, 6, 6.05});
  settings.gil = true;
  settings.language = Language::cpp;
  CHECK(makespans() == std::vector<double>{12, 9, 5.5, 6, 6.05});
}

TEST_CASE("one task after the other, and an event loop, have one thread: with the GIL they run as without") {
  CHECK(holds(500, [] {
    const PlannedScenario planned = random_scenario({});
    RC_LOG() << planned.text << "\n";
    for (const Mode mode : {Mode::sequential, Mode::coroutine}) {
      RunSettings with;
      with.mode = mode;
      RunSettings without = with;
      without.gil = false;
      RC_ASSERT(all_of(*simulate(planned.scenario, with)) == all_of(*simulate(planned.scenario, without)));
    }
  }));
}

TEST_CASE("threads that only wait run with the GIL as without it") {
  CHECK(holds(500, [] {
    const PlannedScenario planned = random_scenario({.computes = false});
    RC_LOG() << planned.text << "\n";
    for (const Mode mode : {Mode::threads, Mode::pool}) {
      RunSettings with;
      with.mode = mode;
      RunSettings without = with;
      without.gil = false;
      RC_ASSERT(all_of(*simulate(planned.scenario, with)) == all_of(*simulate(planned.scenario, without)));
    }
  }));
}

TEST_CASE("a C++ program runs as a Python one without a GIL, whatever the scenario says of that") {
  CHECK(holds(500, [] {
    const PlannedScenario planned = random_scenario({});
    RC_LOG() << planned.text << "\n";
    RunSettings cpp;
    cpp.mode = *rc::gen::elementOf(kModes);
    cpp.language = Language::cpp;
    RunSettings python = cpp;
    python.language = Language::python;
    python.gil = false;
    const auto run = simulate(planned.scenario, cpp);
    RC_ASSERT(all_of(*run) == all_of(*simulate(planned.scenario, python)));
    RC_ASSERT(!run->info().gil);
    RC_ASSERT(run->info().language == Language::cpp);
  }));
}

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "core/interchange/record_json.h"
#include "tests/run/run_problems.h"
#include "tests/support/property.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

RunSettings random_settings() {
  RunSettings settings;
  settings.mode = *rc::gen::elementOf(kModes);
  settings.max_workers = *rc::gen::inRange(1, 5);
  settings.language = *rc::gen::elementOf(kLanguages);
  settings.gil = *rc::gen::arbitrary<bool>();
  settings.seed = *rc::gen::inRange<std::uint64_t>(0, 20);
  return settings;
}

std::string problem_with(const PlannedScenario& planned, const Timeline& run) {
  if (run.end()->outcome != Outcome::finished) return "the run did not finish";
  std::string problem = problem_with_steps(planned, run);
  if (problem.empty()) problem = problem_with_lanes(run);
  if (problem.empty()) problem = problem_with_load(planned, run);
  return problem;
}

std::vector<MaxWorkersChange> random_changes() {
  std::vector<MaxWorkersChange> changes(*rc::gen::inRange<std::size_t>(1, 4));
  Time at{};
  for (MaxWorkersChange& change : changes) {
    at += *rc::gen::inRange(0, 30) * std::chrono::microseconds(500);
    change = {at, *rc::gen::inRange(1, 6)};
  }
  return changes;
}

}  // namespace

TEST_CASE(
    "in every mode a random scenario does every step once, in order and in time, and nobody waits without cause") {
  CHECK(holds(2'000, [] {
    const PlannedScenario planned = random_scenario({});
    const RunSettings settings = random_settings();
    RC_LOG() << planned.text << "\nmode " << name(settings.mode) << (has_gil(settings) ? ", with a GIL\n" : "\n");
    const auto run = simulate(planned.scenario, settings);
    RC_ASSERT(problem_with(planned, *run) == "");
    RC_ASSERT(problem_with_sums(planned, *run) == "");
    const bool has_limit = traits(settings.mode).has_max_workers;
    RC_ASSERT(run->workers().size() <= (settings.mode == Mode::threads ? planned.tasks.size()
                                        : has_limit                    ? static_cast<std::size_t>(settings.max_workers)
                                                                       : 1));
  }));
}

TEST_CASE("a pool whose max_workers changes while it runs does every step too, and starts nobody beyond the limit") {
  CHECK(holds(1'000, [] {
    const PlannedScenario planned = random_scenario({.most_tasks = 10});
    RunSettings settings = random_settings();
    settings.mode = *rc::gen::element(Mode::pool, Mode::processes);
    settings.changes = random_changes();
    RC_LOG() << planned.text << "\n";
    const auto run = simulate(planned.scenario, settings);
    RC_ASSERT(problem_with(planned, *run) == "");
    RC_ASSERT(run->changes().size() == settings.changes.size());
  }));
}

TEST_CASE(
    "where all tasks come at once, what processes take to start makes everything so much later, and nothing else") {
  CHECK(holds(300, [] {
    const PlannedScenario planned = random_scenario({});
    Scenario late = planned.scenario;
    for (Task& task : late.tasks) task.after = Duration(0);
    Scenario at_once = late;
    late.machine.process_start = *rc::gen::inRange(1, 50) * std::chrono::microseconds(700);
    at_once.machine.process_start = Duration(0);
    RunSettings settings = random_settings();
    settings.mode = Mode::processes;
    settings.seed = 0;
    const auto expected = simulate(at_once, settings);
    const auto run = simulate(late, settings);
    RC_LOG() << planned.text << "\n";
    RC_ASSERT(run->end()->time == expected->end()->time + late.machine.process_start);
    RC_ASSERT(run->output().size() == expected->output().size());
    for (std::size_t i = 0; i < run->output().size(); ++i) {
      RC_ASSERT(run->output()[i].time == expected->output()[i].time + late.machine.process_start);
      RC_ASSERT(run->output()[i].text == expected->output()[i].text);
    }
  }));
}

TEST_CASE("the same scenario, settings and seed give the same bytes of JSON, whatever the seed is") {
  CHECK(holds(100, [] {
    const PlannedScenario planned = random_scenario({.most_tasks = 10});
    RunSettings settings = random_settings();
    settings.changes = random_changes();
    RC_ASSERT(record_json(*simulate(planned.scenario, settings)) == record_json(*simulate(planned.scenario, settings)));
  }));
}

TEST_CASE("a seed changes no sum: threads that need no core end at the same moments under every seed") {
  CHECK(holds(100, [] {
    const PlannedScenario planned = random_scenario({.computes = false});
    RunSettings settings;
    settings.mode = Mode::threads;
    settings.seed = *rc::gen::inRange<std::uint64_t>(1, 1'000'000);
    RC_ASSERT(problem_with_sums(planned, *simulate(planned.scenario, settings)) == "");
  }));
}

#include <algorithm>
#include <array>
#include <doctest/doctest.h>
#include <optional>
#include <set>

#include "core/run/schedule_reader.h"
#include "core/run/simulate.h"
#include "tests/explore/exploring.h"
#include "tests/explore/random_program.h"
#include "tests/explore/trial.h"

namespace interleave::testing {
namespace {

// A random program that can be explored with exact time; none where it is no scenario, or is refused.
struct RandomCase {
  std::uint32_t seed = 0;
  ExploreSettings settings;
  std::string text;
  std::optional<Scenario> scenario;

  explicit RandomCase(std::uint32_t seed_) : seed(seed_) {
    const Mode mode = std::array{Mode::threads, Mode::pool, Mode::processes, Mode::coroutine}[seed % 4];
    settings = exploring_exactly(mode, 1 + static_cast<int>(seed / 4 % 3), seed % 5 == 0);
    settings.run.gil = seed % 6 == 0;
    settings.limit = 2'000;
    text = random_program(seed, mode, Pauses::many);
    auto loaded = load_scenario(text, "random.json");
    if (loaded && !exploration_refusal(loaded.value(), settings)) scenario = std::move(loaded).value();
  }
};

std::set<RunResult> results(const Exploration& found) {
  std::set<RunResult> all;
  for (const ExploredOutcome& outcome : found.outcomes) all.insert(outcome.result);
  return all;
}

TEST_CASE("what is explored with exact time is what trying every schedule comes to while time stands still") {
  constexpr std::size_t kMostRuns = 400;
  std::size_t tried = 0;
  std::size_t without = 0;
  std::size_t ways = 0;
  for (std::uint32_t seed = 0; tried < programs_to_try(); ++seed) {
    const RandomCase random(seed);
    if (!random.scenario) {
      ++without;
      continue;
    }
    const Exploration found = explore(*random.scenario, random.settings);
    if (found.endless || !found.complete || found.interleavings > BigNumber(kMostRuns)) continue;
    Trial trial(*random.scenario, random.settings, 20 * kMostRuns);
    CAPTURE(seed);
    CAPTURE(random.text);
    CAPTURE(name(random.settings.run.mode));
    CAPTURE(random.settings.run.max_workers);
    if (!trial.run()) {
      FAIL_CHECK("there are more ways than were explored");
      break;
    }
    ++tried;
    for (const auto& one : trial.found()) ways += one.second.ways;
    const std::string different = difference(found, trial.found(), task_names(*random.scenario));
    CHECK(different == "");
    if (!different.empty()) break;
  }
  MESSAGE(tried, " programs, ", ways, " schedules; ", without, " others");
  CHECK(ways > 2 * tried);
}

TEST_CASE("whatever a seed comes to is among what exact time knows, and its order is a schedule of exact time") {
  constexpr std::uint64_t kSeeds = 12;
  std::size_t tried = 0;
  for (std::uint32_t seed = 0; tried < programs_to_try() / 4; ++seed) {
    const RandomCase random(seed);
    if (!random.scenario) continue;
    const Exploration found = explore(*random.scenario, random.settings);
    if (!found.complete) continue;
    ++tried;
    const std::set<RunResult> known = results(found);
    CAPTURE(seed);
    CAPTURE(random.text);
    CAPTURE(name(random.settings.run.mode));
    CAPTURE(random.settings.run.max_workers);
    const Simulator simulator(*random.scenario);
    for (std::uint64_t lots = 0; lots < kSeeds; ++lots) {
      CAPTURE(lots);
      RunSettings run = random.settings.run;
      run.seed = lots;
      run.with_lines = random.settings.with_lines;
      const auto free = simulator.run(run);
      const RunResult result = run_result(*free, random.settings.with_lines);
      CAPTURE(text_of(result));
      REQUIRE(known.contains(result));
      run.seed = 0;
      run.schedule = *free->info().schedule;
      const auto again = simulator.run_by_schedule(run);
      REQUIRE_MESSAGE(again, again.error());
      CHECK(run_result(*again.value(), random.settings.with_lines) == result);
      CHECK(again.value()->end()->time == free->end()->time);
      CHECK(again.value()->info().timing == Timing::exact);
    }
  }
}

TEST_CASE("on threads, in pools and in processes exact time comes to nothing that could not come of some delay") {
  std::size_t tried = 0;
  std::size_t fewer = 0;
  for (std::uint32_t seed = 0; tried < programs_to_try() / 4; ++seed) {
    const RandomCase random(seed);
    if (!random.scenario || random.settings.run.mode == Mode::coroutine) continue;
    ExploreSettings at_any_time = random.settings;
    at_any_time.run.timing = Timing::any;
    const Exploration exact = explore(*random.scenario, random.settings);
    const Exploration any = explore(*random.scenario, at_any_time);
    if (!exact.complete || !any.complete) continue;
    ++tried;
    CAPTURE(seed);
    CAPTURE(random.text);
    CAPTURE(name(random.settings.run.mode));
    const std::set<RunResult> all = results(any);
    for (const ExploredOutcome& outcome : exact.outcomes) {
      CAPTURE(text_of(outcome.result));
      REQUIRE(all.contains(outcome.result));
    }
    if (!any.endless && !exact.endless) CHECK(exact.interleavings <= any.interleavings);
    if (exact.outcomes.size() < any.outcomes.size()) ++fewer;
  }
  MESSAGE(tried, " programs, ", fewer, " with fewer outcomes");
  CHECK(fewer > 0);
}

// Two sellers, the second of whom comes so late.
Scenario sellers(std::string_view after) {
  constexpr std::string_view kSell =
      R"("steps": [{"read": "tickets", "into": "x"}, {"sleep": 0.1}, {"write": "tickets", "value": "x - 1"}])";
  return scenario_with_tasks(fmt::format(R"({{"name": "a", {0}}}, {{"name": "b", "after": {1}, {0}}})", kSell, after),
                             R"("shared": {"tickets": 2}, )");
}

TEST_CASE("two sellers who pause lose an update in all 4 interleavings, and where one comes later in none of 1") {
  CHECK(ways(explored(sellers("0"), Mode::threads)) == "6");
  CHECK(ways(explored(sellers("0"), Mode::threads), loses) == "4");
  CHECK(ways(explored_exactly(sellers("0"), Mode::threads)) == "4");
  CHECK(ways(explored_exactly(sellers("0"), Mode::threads), loses) == "4");
  CHECK(ways(explored_exactly(sellers("0"), Mode::pool, 1)) == "1");
  CHECK(ways(explored_exactly(sellers("1"), Mode::threads)) == "1");
  CHECK(ways(explored_exactly(sellers("1"), Mode::threads), loses) == "0");
  CHECK(explored_exactly(sellers("1"), Mode::threads).unordered.empty());
  CHECK(ways(explored_exactly(sellers("0.1"), Mode::threads)) == "2");
  CHECK(ways(explored_exactly(sellers("0.1"), Mode::threads), loses) == "1");
}

TEST_CASE("the built-in ticket desks lose an update in 4 of 4 interleavings with exact time") {
  const Exploration found = explored_exactly(built_in("last-ticket"), Mode::threads);
  CHECK(ways(found) == "4");
  CHECK(ways(found, loses) == "4");
  CHECK(ways(explored_exactly(built_in("last-ticket"), Mode::sequential)) == "1");
  CHECK(ways(explored_exactly(built_in("last-ticket"), Mode::coroutine)) == "2");
}

// Waits for 2 s for a task that takes so long.
Scenario patience(std::string_view length) {
  return scenario_with_tasks(fmt::format(
      R"({{"name": "customer", "steps": [{{"start": "t"}}, {{"try": [{{"await": "t", "timeout": 2}}], "except": []}}]}},
         {{"name": "t", "manual": true, "steps": [{{"sleep": {}}}]}})",
      length));
}

TEST_CASE("with exact time a wait for 2 s goes one way, unless the end that it waits for comes at that very moment") {
  for (const Mode mode : {Mode::threads, Mode::pool}) {
    CAPTURE(name(mode));
    CHECK(ways(explored(patience("1"), mode)) == "2");
    CHECK(ways(explored_exactly(patience("1"), mode)) == "1");
    CHECK(ways(explored_exactly(patience("2"), mode)) == "2");
    CHECK(ways(explored_exactly(patience("3"), mode)) == "1");
  }
  const auto cancels = [](const RunResult& result) { return result.tasks[1].outcome == Outcome::cancelled; };
  CHECK(ways(explored_exactly(patience("1"), Mode::coroutine)) == "1");
  CHECK(ways(explored_exactly(patience("1"), Mode::coroutine), cancels) == "0");
  CHECK(ways(explored_exactly(patience("3"), Mode::coroutine), cancels) == "1");
}

TEST_CASE("on a loop, waits that end at one moment end in one round, which no wait does that may be late") {
  const Scenario scenario = scenario_with_tasks(
      R"({"name": "a", "steps": [{"sleep": 1}, {"read": "v", "into": "x"}, {"sleep": 0}, {"write": "v", "value": "x + 1"}]},
         {"name": "b", "steps": [{"sleep": 1}, {"read": "v", "into": "x"}, {"write": "v", "value": "x + 1"}]})",
      R"("shared": {"v": 0}, )");
  CHECK(ways(explored(scenario, Mode::coroutine)) == "2");
  CHECK(ways(explored(scenario, Mode::coroutine), loses) == "0");
  CHECK(ways(explored_exactly(scenario, Mode::coroutine)) == "2");
  CHECK(ways(explored_exactly(scenario, Mode::coroutine), loses) == "1");
  CHECK(simulate(scenario, exploring(Mode::coroutine).run)->accesses().back().value == 1);
}

TEST_CASE("states that differ in nothing but the moment are one, so that who polls for ever is told of as endless") {
  const Scenario polling = scenario_with_tasks(
      R"({"name": "a", "steps": [{"read": "flag", "into": "x"}, {"while": "x == 0", "steps": [{"sleep": 1}, {"read": "flag", "into": "x"}]}]})",
      R"("shared": {"flag": 0}, )");
  const Exploration found = explored_exactly(polling, Mode::threads);
  CHECK(found.complete);
  CHECK(found.endless);
  CHECK(found.states <= 3);
}

TEST_CASE("a loop that only waits, and never comes to a step that counts, fails before time is at its end") {
  const Scenario waiting = scenario_with_tasks(
      R"({"name": "a", "steps": [{"set": "x", "value": 0}, {"while": "x == 0", "steps": [{"sleep": 86400}]}]},
         {"name": "b", "steps": [{"write": "flag", "value": 1}]})",
      R"("shared": {"flag": 0}, )");
  const Exploration found = explored_exactly(waiting, Mode::threads);
  REQUIRE(found.outcomes.size() == 1);
  CHECK(found.outcomes[0].result.tasks[0].outcome == Outcome::failed);
  CHECK(found.outcomes[0].result.tasks[1].outcome == Outcome::finished);
}

TEST_CASE("a process takes its time to start, and a job that needs none is done before") {
  const Scenario jobs = scenario_with_tasks(
      R"({"name": "a", "steps": [{"sleep": 0.02}]}, {"name": "b", "steps": []}, {"name": "c", "steps": []})",
      R"("machine": {"process_start": 0.05}, )");
  const Exploration found = explored_exactly(jobs, Mode::processes, 2);
  CHECK(ways(found) == "1");
  CHECK(schedule_text(found.outcomes[0].schedule, {"a", "b", "c"}) == "b, c, a");
}

std::optional<std::string> refusal_of(const std::string& tasks, std::string_view machine, Mode mode, bool gil,
                                      int max_workers = 2) {
  ExploreSettings settings = exploring_exactly(mode, max_workers);
  settings.run.gil = gil;
  return exploration_refusal(scenario_with_tasks(tasks, fmt::format(R"("machine": {}, )", machine)), settings);
}

TEST_CASE(
    "exact time is refused by name where a task may have to wait for a core, the interpreter's lock or a thread") {
  const std::string two = tasks_with(2, R"({"compute": 1})");
  const auto says = [](const std::optional<std::string>& why, std::string_view what) {
    return why && why->find(what) != std::string::npos;
  };
  CHECK(says(refusal_of(two, R"({"cores": 1})", Mode::threads, false), "2 tasks that compute may overlap on one core"));
  CHECK_FALSE(refusal_of(two, R"({"cores": 2})", Mode::threads, false));
  CHECK_FALSE(refusal_of(two, R"({"cores": 1})", Mode::pool, false, 1));
  CHECK(says(refusal_of(two, R"({"cores": 4})", Mode::threads, true), R"(interpreter's lock, which task "a" has)"));
  CHECK(says(refusal_of(two, R"({"cores": 1})", Mode::processes, true), "wait for a core"));
  CHECK_FALSE(refusal_of(two, R"({"cores": 2})", Mode::processes, true));
  CHECK_FALSE(refusal_of(two, R"({"cores": 1})", Mode::coroutine, true));
  CHECK_FALSE(refusal_of(tasks_with(1, R"({"compute": 1})"), R"({"cores": 1})", Mode::threads, true));
  const std::string beside = R"({"name": "a", "to_thread": true, "steps": [{"sleep": 1}]})";
  CHECK(says(refusal_of(beside, R"({"cores": 1})", Mode::coroutine, true), "beside the event loop"));
  CHECK_FALSE(refusal_of(beside, R"({"cores": 1})", Mode::threads, true));
}

TEST_CASE("a schedule for which a step would be late is refused at that step, with who can go") {
  const Scenario scenario = sellers("0");
  const std::vector<std::string> names = {"a", "b"};
  const auto problem = [&](std::string_view text) {
    RunSettings run = exploring_exactly(Mode::threads).run;
    run.schedule = read_schedule(text, names).value();
    const auto came = Simulator(scenario).run_by_schedule(run);
    return came ? std::string() : came.error();
  };
  CHECK(problem("a, b, b, a").empty());
  CHECK(problem("a, b").empty());
  CHECK(problem("a, a") == "step 2, \"a\": it is not due yet; nothing may be late, and now only b can go");
  CHECK(problem("a, b:2, a:2") == "step 5, \"a\": the run has 4 steps that count, and no more");
}

}  // namespace
}  // namespace interleave::testing

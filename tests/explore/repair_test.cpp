#include "core/explore/repair.h"

#include <algorithm>
#include <array>
#include <doctest/doctest.h>
#include <functional>
#include <random>
#include <string>

#include "core/explore/wording.h"
#include "core/scenario/loader.h"
#include "core/scenario/writer.h"
#include "tests/explore/random_program.h"
#include "tests/explore/repairing.h"
#include "tests/explore/trial.h"

namespace interleave::testing {
namespace {

TEST_CASE("the last ticket is sold once with a lock around all, and no lock around less helps, however it looks") {
  const Scenario scenario = built_in("last-ticket");
  const Repairs repairs = repairs_of(scenario, Mode::threads);
  const auto said = [&](std::string_view change) { return said_of(change, repairs, scenario); };
  CHECK(verdict_text(repairs.before) == "4 of 6 go wrong, chance 50 %");
  CHECK(said("lock m from read tickets to the end of if left > 0, in sell") ==
        "2 interleavings, none goes wrong, 0.1 s as before");
  CHECK(said("lock m around write tickets alone, in sell") == "6 of 10 go wrong, chance 75 %, 0.1 s as before");
  CHECK(said("lock m around read tickets alone, in sell") == "6 of 10 go wrong, chance 25 %, 0.1 s as before");
  CHECK(said("lock m around read tickets and around write tickets, in sell") ==
        "4 of 6 go wrong, chance 50 %, 0.1 s as before");
  CHECK(said("lock {customer}, one for each task, from read tickets to the end of if left > 0, in sell") ==
        "36 of 62 go wrong, chance 37.5 %, 0.1 s as before");
  CHECK(count_cures(repairs) == 1);
  CHECK(repairs.tried.front().verdict.is_cured());
}

// The same desks, each with steps of its own.
Scenario two_desks() {
  return scenario_with_tasks(
      tasks_with(2, R"({"read": "tickets", "into": "left"}, {"if": "left > 0", "steps": [{"sleep": 0.1},
                       {"write": "tickets", "value": "left - 1"}]})"),
      R"("shared": {"tickets": 1}, )");
}

TEST_CASE("tasks with steps of their own are locked alike, and a lock in one of them alone helps nobody") {
  const Scenario scenario = two_desks();
  const Repairs repairs = repairs_of(scenario, Mode::threads);
  const auto said = [&](std::string_view change) { return said_of(change, repairs, scenario); };
  CHECK(said("lock m from read tickets to the end of if left > 0, in a and b") ==
        "2 interleavings, none goes wrong, 0.1 s as before");
  CHECK(said("lock m around write tickets alone, in a and b") == "6 of 10 go wrong, chance 75 %, 0.1 s as before");
  CHECK(said("lock m around read tickets alone, in a and b") == "6 of 10 go wrong, chance 25 %, 0.1 s as before");
  CHECK(said("lock m around read tickets and around write tickets, in a and b") ==
        "4 of 6 go wrong, chance 50 %, 0.1 s as before");
  CHECK(said("lock m from read tickets to the end of if left > 0, in a") ==
        "9 of 14 go wrong, chance 37.5 %, 0.1 s as before");
  CHECK(said("lock m from read tickets to the end of if left > 0, in a and lock m2 from read tickets to the end of if "
             "left > 0, in b") == "36 of 62 go wrong, chance 37.5 %, 0.1 s as before");
  CHECK(count_cures(repairs) == 1);
}

TEST_CASE("a lock around an await makes coroutines wait for each other, and its cost is told") {
  const Scenario scenario = built_in("async-race");
  const Repairs repairs = repairs_of(scenario, Mode::coroutine);
  CHECK(verdict_text(repairs.before) == "2 of 2 go wrong, chance 100 %");
  CHECK(said_of("lock m from read visits to write visits, in count", repairs, scenario) ==
        "1 interleaving, none goes wrong, 0.2 s instead of 0.1 s");
  CHECK(said_of("lock m around write visits alone, in count", repairs, scenario) ==
        "2 of 2 go wrong, chance 100 %, 0.1 s as before");
}

TEST_CASE(
    "a stale decision is cured by a lock from the read to the write that comes of it, and around who writes between") {
  const Scenario scenario = built_in("stale-price");
  const Repairs repairs = repairs_of(scenario, Mode::threads);
  CHECK(said_of("lock m from read price to write till, in customer and lock m around write price alone, in shop",
                repairs, scenario) == "2 interleavings, none goes wrong, 2 s as before");
  CHECK(said_of("lock m from read price to write till, in customer", repairs, scenario).find("wrong, chance") !=
        std::string::npos);
}

TEST_CASE("locks of two names are cured by one in place of them, and a lock that one task forgot by taking it there") {
  const Scenario desks = built_in("wrong-lock");
  const Repairs of_desks = repairs_of(desks, Mode::threads);
  CHECK(said_of("lock m in place of {lock}, in sell", of_desks, desks) ==
        "2 interleavings, none goes wrong, 0.1 s as before");
  const Scenario forgotten = scenario_with_tasks(
      fmt::format(R"({{"name": "a", "steps": [{{"lock": "till", "steps": [{0}]}}]}}, {{"name": "b", "steps": [{0}]}})",
                  kIncrement),
      R"("shared": {"counter": 0}, )");
  const Repairs of_forgotten = repairs_of(forgotten, Mode::threads);
  CHECK(said_of("lock till from read counter to write counter, in b", of_forgotten, forgotten) ==
        "2 interleavings, none goes wrong, 0 s as before");
}

TEST_CASE("where a function is called within a lock, the lock around both waits for itself, and is no cure") {
  const Scenario scenario = scenario_with_tasks(
      R"({"name": "a", "steps": [{"call": "count"}]}, {"name": "b", "call": "count"})",
      fmt::format(R"("shared": {{"counter": 0}}, "functions": {{"count": {{"steps": [{}]}}}}, )", kIncrement));
  const Repairs repairs = repairs_of(scenario, Mode::threads);
  CHECK(said_of("lock m from read counter to write counter, in count", repairs, scenario) ==
        "2 interleavings, none goes wrong, 0 s as before");
  CHECK(said_of("lock m from read counter to write counter, in count and lock m around call count alone, in a", repairs,
                scenario) == "2 of 2 go wrong, chance 100 %, deadlocked at 0 s");
}

TEST_CASE("what takes longer is the worse cure, and of two as long the one that locks fewer steps") {
  const Scenario scenario = scenario_with_tasks(
      tasks_with(2, fmt::format(R"({}, {{"sleep": 1}}, {{"read": "counter", "into": "y"}})", kIncrement)),
      R"("shared": {"counter": 0}, )");
  const Repairs repairs = repairs_of(scenario, Mode::threads);
  REQUIRE(count_cures(repairs) >= 2);
  CHECK(change_text(repairs.tried[0].change, scenario) == "lock m from read counter to write counter, in a and b");
  for (std::size_t i = 1; i < count_cures(repairs); ++i) {
    const Repair& better = repairs.tried[i - 1];
    const Repair& other = repairs.tried[i];
    CHECK(std::pair(better.verdict.makespan, better.locked_steps) <=
          std::pair(other.verdict.makespan, other.locked_steps));
  }
}

TEST_CASE("where nothing goes wrong nothing is repaired, nor where a lock has nobody to keep out") {
  for (const std::string_view name : {"coffee-shop", "producer-consumer", "limited-downloads", "own-copies"}) {
    CAPTURE(name);
    const Scenario scenario = built_in(name);
    CHECK(repairs_of(scenario, Mode::threads).tried.empty());
    CHECK(repairs_heading(repairs_of(scenario, Mode::threads)) == "");
  }
  const Repairs alone = repairs_of(built_in("producer-consumer"), Mode::sequential);
  CHECK(alone.before.goes_wrong);
  CHECK(repairs_heading(alone) == "No lock was found that is worth a try");
}

TEST_CASE("of what is not tried the number is told: beyond the most, and from where somebody has enough") {
  const Scenario scenario = built_in("last-ticket");
  const ExploreSettings settings = exploring(Mode::threads);
  const Exploration found = explore(scenario, settings);
  const std::size_t all = find_repairs(scenario, found, {.explore = settings}).tried.size();
  const Repairs two = find_repairs(scenario, found, {.explore = settings, .most_tried = 2});
  CHECK(two.tried.size() == 2);
  CHECK(two.not_tried >= all - 2);
  const Repairs three =
      find_repairs(scenario, found, {.explore = settings, .goes_on = [&](std::size_t tried, std::size_t of) {
                                       CHECK(of == all);
                                       return tried < 3;
                                     }});
  CHECK(three.tried.size() == 3);
  CHECK(three.not_tried == all - 3);
  CHECK(repairs_heading(three).ends_with(fmt::format("; {} more were not tried", all - 3)));
}

TEST_CASE("what is too large to be known is no cure, and said to be so") {
  const Scenario scenario = increments(3, 2);
  ExploreSettings settings = exploring(Mode::threads);
  const Exploration found = explore(scenario, settings);
  settings.limit = 3;
  const Repairs repairs = find_repairs(scenario, found, {.explore = settings});
  REQUIRE(!repairs.tried.empty());
  CHECK(count_cures(repairs) == 0);
  CHECK(verdict_text(repairs.tried.front().verdict).starts_with("not all are known, "));
}

// Two or three tasks, each with a few steps on two variables, some of them within locks: the same for the same seed.
std::string racy_program(std::uint32_t seed) {
  std::minstd_rand draw(seed * 2'654'435'761U + 1);
  const auto below = [&](unsigned count) { return static_cast<unsigned>(draw() % count); };
  const auto variable = [&] { return below(3) == 0 ? "v" : "u"; };
  const std::function<std::string(unsigned, unsigned)> steps = [&](unsigned count, unsigned depth) {
    std::string text;
    for (unsigned i = 0; i < count; ++i) {
      text += i == 0 ? "" : ", ";
      switch (below(depth < 2 ? 8 : 6)) {
        case 0:
          text += R"({"sleep": 1})";
          break;
        case 1:
        case 2:
          text += fmt::format(R"({{"read": "{}", "into": "x"}})", variable());
          break;
        case 3:
        case 4:
        case 5:
          text += fmt::format(R"({{"write": "{}", "value": "x + 1"}})", variable());
          break;
        case 6:
          text += fmt::format(R"({{"if": "x > {}", "steps": [{}]}})", below(2), steps(1 + below(2), depth + 1));
          break;
        default:
          text += fmt::format(R"({{"lock": "{}", "steps": [{}]}})", below(2) == 0 ? "l" : "k",
                              steps(1 + below(2), depth + 1));
      }
    }
    return text;
  };
  std::string tasks;
  for (unsigned task = 0; task < 2 + seed % 5 / 4; ++task) {
    tasks += fmt::format(R"({}{{"name": "t{}", "steps": [{{"set": "x", "value": 0}}, {}]}})", task == 0 ? "" : ", ",
                         task, steps(2 + below(2), 0));
  }
  return fmt::format(R"({{"interleave": 1, "title": "racy", "shared": {{"u": 0, "v": 1}}, "tasks": [{}]}})", tasks);
}

// What became of the cures of some programs.
struct Cured {
  std::size_t programs = 0;  // in which something goes wrong
  std::size_t cures = 0;
  std::size_t tried_wholly = 0;  // cures of which every schedule was run from the start
};

void check_cures(const std::string& text, const ExploreSettings& settings, Cured& cured) {
  const auto loaded = load_scenario(text, "random.json");
  if (!loaded) return;
  const Exploration found = explore(loaded.value(), settings);
  if (!found.complete || !gone_wrong(found).any) return;
  ++cured.programs;
  for (const Repair& repair : find_repairs(loaded.value(), found, {.explore = settings}).tried) {
    CAPTURE(text);
    CAPTURE(change_text(repair.change, loaded.value()));
    const auto again = load_scenario(to_json(repair.scenario), "repaired.json");
    REQUIRE(again);
    CHECK(again.value() == repair.scenario);
    if (!repair.verdict.is_cured()) continue;
    ++cured.cures;
    Trial trial(again.value(), settings, 2'000);
    if (trial.run()) ++cured.tried_wholly;
    CHECK(std::none_of(trial.found().begin(), trial.found().end(), [](const auto& one) { return is_bad(one.first); }));
  }
}

TEST_CASE("a cure of a random program is a file that can be read, and no schedule of it goes wrong") {
  const std::size_t programs = programs_to_try() / 100;
  Cured racy;
  Cured any;
  for (std::uint32_t seed = 0; racy.programs < programs || any.programs < programs / 4; ++seed) {
    CAPTURE(seed);
    const Mode mode = std::array{Mode::threads, Mode::pool, Mode::coroutine}[seed % 3];
    ExploreSettings settings = exploring(mode, 1 + static_cast<int>(seed / 3 % 3));
    settings.limit = 500;
    if (racy.programs < programs) check_cures(racy_program(seed), settings, racy);
    if (any.programs < programs / 4) check_cures(random_program(seed, mode), settings, any);
  }
  MESSAGE(racy.programs, " racy programs, ", racy.cures, " cures, ", racy.tried_wholly, " of them with every schedule");
  MESSAGE(any.programs, " programs with any steps, ", any.cures, " cures, ", any.tried_wholly, " of them so");
  CHECK(racy.cures > racy.programs);
  CHECK(racy.tried_wholly * 2 > racy.cures);
}

}  // namespace
}  // namespace interleave::testing

#include "core/explore/lock_order.h"

#include <doctest/doctest.h>

#include "core/explore/nested_locks.h"
#include "tests/explore/repairing.h"

namespace interleave::testing {
namespace {

TEST_CASE("two transfers never wait for each other where one of them takes the other account first") {
  const Scenario scenario = built_in("bank-transfer");
  const Repairs repairs = repairs_of(scenario, Mode::threads);
  const auto said = [&](std::string_view change) { return said_of(change, repairs, scenario); };
  CHECK(verdict_text(repairs.before) == "2 of 6 go wrong, chance 50 %");
  CHECK(said("rent takes bob before alice") == "2 interleavings, none goes wrong, 0.2 s");
  CHECK(said("refund takes alice before bob") == "2 interleavings, none goes wrong, 0.2 s");
  CHECK(said("transfer takes {target} before {source}") == "2 of 6 go wrong, chance 50 %, deadlocked at 0.1 s");
  CHECK(said("lock m around lock {source}, in transfer") == "2 interleavings, none goes wrong, 0.2 s");
  CHECK(repairs.tried.size() == 4);
}

TEST_CASE("an exchange for one task changes no account: the function is told the order of its locks") {
  const Scenario scenario = built_in("bank-transfer");
  for (const Repair& repair : repairs_of(scenario, Mode::threads).tried) {
    if (!repair.verdict.is_cured() || repair.change.exchanged.empty()) continue;
    CHECK(repair.scenario.functions[0].parameters ==
          std::vector<std::string>{"source", "target", "amount", "first", "second"});
    const Exploration found = explored(repair.scenario, Mode::threads);
    REQUIRE(found.outcomes.size() == 1);
    CHECK(found.outcomes[0].result.shared == std::vector<std::vector<std::int64_t>>{{75, 125}});
  }
}

TEST_CASE("any one philosopher who takes the other fork first breaks the circle, by arguments alone") {
  const Scenario scenario = built_in("philosophers");
  const Repairs repairs = repairs_of(scenario, Mode::threads);
  std::size_t exchanged = 0;
  for (const Repair& repair : repairs.tried) {
    if (repair.change.exchanged.empty() || !repair.change.exchanged[0].task) continue;
    CAPTURE(change_text(repair.change, scenario));
    ++exchanged;
    CHECK(repair.verdict.is_cured());
    CHECK(repair.scenario.functions == scenario.functions);
  }
  CHECK(exchanged == 5);
  CHECK(said_of("Epicurus takes fork 1 before fork 5", repairs, scenario).find("none goes wrong") != std::string::npos);
  CHECK(said_of("dine takes {right} before {left}", repairs, scenario).starts_with("120 of 66 468 720 go wrong"));
  CHECK(said_of("lock m around lock {left}, in dine", repairs, scenario) ==
        "120 interleavings, none goes wrong, 5 s instead of 3 s");
}

TEST_CASE(
    "tasks that acquire and release in steps of their own are exchanged there, and locked around up to the release") {
  const auto task = [](std::string_view name, std::string_view one, std::string_view other) {
    return fmt::format(R"({{"name": "{0}", "steps": [{{"acquire": "{1}"}}, {{"acquire": "{2}"}}, {{"release": "{2}"}},
      {{"release": "{1}"}}, {{"print": "done"}}]}})",
                       name, one, other);
  };
  const Scenario scenario = scenario_with_tasks(task("a", "x", "y") + ", " + task("b", "y", "x"));
  const Repairs repairs = repairs_of(scenario, Mode::threads);
  CHECK(said_of("a takes y before x", repairs, scenario).find("none goes wrong") != std::string::npos);
  CHECK(said_of("lock m from acquire x to release x, in a and lock m from acquire y to release y, in b", repairs,
                scenario)
            .find("none goes wrong") != std::string::npos);
}

TEST_CASE("a lock that is acquired beside one with steps is released under its new name") {
  const Scenario scenario = scenario_with_tasks(
      R"({"name": "a", "call": "f", "arguments": {"l": "x"}}, {"name": "c", "call": "f", "arguments": {"l": "z"}},
         {"name": "b", "steps": [{"lock": "x", "steps": [{"acquire": "y"}, {"release": "y"}]}]})",
      R"("functions": {"f": {"parameters": ["l"], "steps": [
           {"acquire": "y"}, {"lock": "{l}", "steps": [{"print": "{l}"}]}, {"release": "y"}]}}, )");
  const Repairs repairs = repairs_of(scenario, Mode::threads);
  for (const std::string_view change : {"a takes x before y", "b takes y before x", "f takes {l} before y"}) {
    CAPTURE(change);
    CHECK(said_of(change, repairs, scenario).find("none goes wrong") != std::string::npos);
  }
}

TEST_CASE("two circles need one order of all locks, and no exchange by one task alone") {
  const auto task = [](std::string_view name, std::string_view one, std::string_view other) {
    return fmt::format(R"({{"name": "{}", "steps": [{{"lock": "{}", "steps": [{{"lock": "{}", "steps": []}}]}}]}})",
                       name, one, other);
  };
  const Scenario scenario = scenario_with_tasks(task("a", "x", "y") + ", " + task("b", "y", "x") + ", " +
                                                task("c", "v", "w") + ", " + task("d", "w", "v"));
  const Repairs repairs = repairs_of(scenario, Mode::threads);
  REQUIRE(count_cures(repairs) >= 1);
  CHECK(said_of("b takes x before y and d takes v before w", repairs, scenario).find("none goes wrong") !=
        std::string::npos);
  CHECK(said_of("b takes x before y", repairs, scenario).find("wrong, chance") != std::string::npos);
}

TEST_CASE("locks are in a circle only where somebody may wait for what another holds, by whatever names") {
  const auto circles = [](const Scenario& scenario) { return nested_in_circles(scenario).size(); };
  CHECK(circles(built_in("bank-transfer")) == 2);
  CHECK(circles(built_in("philosophers")) == 5);
  CHECK(circles(built_in("last-ticket")) == 0);
  CHECK(circles(scenario_with_tasks(tasks_with(2, R"({"lock": "x", "steps": [{"lock": "y", "steps": []}]})"))) == 0);
  CHECK(circles(scenario_with_tasks(
            R"({"name": "a", "steps": [{"lock": "x", "steps": [{"call": "f", "arguments": {"l": "y"}}]}]},
               {"name": "b", "steps": [{"lock": "y", "steps": [{"call": "f", "arguments": {"l": "x"}}]}]})",
            R"("functions": {"f": {"parameters": ["l"], "steps": [{"lock": "{l}", "steps": []}]}}, )")) == 2);
}

}  // namespace
}  // namespace interleave::testing

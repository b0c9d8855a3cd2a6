// Steps that call functions, as instructions.
#include <doctest/doctest.h>
#include <string>

#include "core/execution/advance.h"
#include "core/execution/program.h"
#include "tests/support/scenarios.h"

namespace interleave {
namespace {

Scenario calling(const std::string& steps) {
  return testing::scenario_with_tasks(
      R"({"name": "a", "steps": [)" + steps + "]}",
      R"("functions": {"three": {"steps": [{"set": "x", "value": 1}, {"set": "y", "value": 2}, {"set": "z", "value": "x + y"}, {"return": "z"}]}}, )");
}

}  // namespace

TEST_CASE("the values of one call have the places of those of the call before, which nobody knows any more") {
  const std::string call = R"({"call": "three", "into": "n"})";
  const Scenario once = calling(call);
  const Scenario often = calling(call + ", " + call + ", " + call + R"(, {"print": "{n}"})");
  const Program one(once);
  const Program three(often);
  CHECK(one.code(task_id(0)).layout.owns == 4);  // three and what is returned; n has one of them
  CHECK(three.code(task_id(0)).layout.owns <= one.code(task_id(0)).layout.owns + 1);
}

TEST_CASE("a copy of a task within a called function goes on as the original does") {
  const Scenario scenario = calling(R"({"call": "three", "into": "n"}, {"print": "{n}"})");
  const Program program(scenario);
  const Code& code = program.code(task_id(0));
  TaskState state = program.start(task_id(0));
  while (code.instructions[state.at].op != Op::give_back) {
    TaskState next = state;
    const auto operation = advance(code, next);
    REQUIRE(operation);
    if (operation.verb == Verb::give_back) break;
    state = next;
  }
  TaskState copy = state;
  for (TaskState* const one : {&state, &copy}) {
    const auto returns = advance(code, *one);
    REQUIRE(returns.verb == Verb::give_back);
    CHECK(returns.result == Value{Value::Kind::number, 3});
    CHECK(unwind(code, *one, {.reason = Unwinding::Reason::returned, .value = returns.result}) == Left::taken);
    const auto prints = advance(code, *one);
    REQUIRE(prints.verb == Verb::print);
    CHECK(text_of(prints, code, scenario.tasks[0], *one) == "3");
  }
  CHECK(state == copy);
}

}  // namespace interleave

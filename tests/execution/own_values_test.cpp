#include <doctest/doctest.h>
#include <string>

#include "core/execution/advance.h"
#include "core/execution/program.h"
#include "tests/support/scenarios.h"

namespace interleave {
namespace {

// What a task alone prints, line by line, and how it ends.
std::string run(const std::string& steps) {
  const Scenario scenario =
      testing::scenario_of(R"({"interleave": 1, "title": "own", "tasks": [{"name": "a", "steps": [)" + steps + "]}]}");
  const Program program(scenario);
  const Code& code = program.code(task_id(0));
  TaskState state = program.start(task_id(0));
  std::string text;
  while (const auto operation = advance(code, state)) {
    if (operation.kind == Operation::Kind::fails) return text + "fails: " + failure_of(code, state);
    if (operation.verb == Verb::print) text += text_of(operation, code, scenario.tasks[0], state) + "; ";
  }
  return text + "ends";
}

std::string value_of(const std::string& expression) {
  return run(R"({"set": "x", "value": 7}, {"set": "y", "value": -7}, {"set": "z", "value": ")" + expression +
             R"("}, {"print": "{z}"})");
}

}  // namespace

TEST_CASE("a value is what was set last, and if and while go by it") {
  CHECK(
      run(R"({"set": "n", "value": 3}, {"while": "n > 0", "steps": [{"if": "n % 2 == 0", "steps": [{"print": "{n} even"}],
               "else": [{"print": "{n} odd"}]}, {"set": "n", "value": "n - 1"}]}, {"print": "{n} left"})") ==
      "3 odd; 2 even; 1 odd; 0 left; ends");
  CHECK(run(R"({"while": "1 == 2", "steps": [{"print": "never"}]}, {"if": "0", "steps": [{"print": "never"}]})") ==
        "ends");
}

TEST_CASE("division goes towards minus infinity, and what is left has the sign of the divisor, as in Python") {
  CHECK(value_of("x // 2") == "3; ends");
  CHECK(value_of("y // 2") == "-4; ends");
  CHECK(value_of("x // -2") == "-4; ends");
  CHECK(value_of("y % 3") == "2; ends");
  CHECK(value_of("x % -3") == "-2; ends");
  CHECK(value_of("y % -3") == "-1; ends");
}

TEST_CASE("what has no room in 64 bits, or divides by 0, fails the task at that step") {
  CHECK(value_of("x // (x + y)") == "fails: \"x // (x + y)\": division by 0");
  CHECK(value_of("x % 0") == "fails: \"x % 0\": division by 0");
  CHECK(value_of("9223372036854775807 + 1") == "fails: \"9223372036854775807 + 1\": the result has no room in 64 bits");
  CHECK(value_of("-9223372036854775808 - 1") ==
        "fails: \"-9223372036854775808 - 1\": the result has no room in 64 bits");
  CHECK(value_of("4611686018427387904 * 2") == "fails: \"4611686018427387904 * 2\": the result has no room in 64 bits");
  CHECK(value_of("-9223372036854775808 // -1") ==
        "fails: \"-9223372036854775808 // -1\": the result has no room in 64 bits");
  CHECK(value_of("-9223372036854775808 % -1") == "0; ends");
}

TEST_CASE("and, or look at their right side only where the left one does not decide") {
  const auto decides = [](const std::string& condition) {
    return run(R"({"set": "x", "value": 0}, {"if": ")" + condition +
               R"(", "steps": [{"print": "yes"}], "else": [{"print": "no"}]})");
  };
  CHECK(decides("x != 0 and 1 // x > 0") == "no; ends");
  CHECK(decides("x == 0 or 1 // x > 0") == "yes; ends");
  CHECK(decides("not x") == "yes; ends");
  CHECK(decides("x == 0 and 1 // x > 0") == "fails: \"x == 0 and 1 // x > 0\": division by 0");
}

}  // namespace interleave

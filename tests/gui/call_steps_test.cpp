// Steps that call functions, while they are edited.
#include <doctest/doctest.h>

#include "app/gui/model/edit/duration_edit.h"
#include "app/gui/model/edit/function_edits.h"
#include "app/gui/model/edit/scenario_edits.h"
#include "app/gui/model/edit/step_cells.h"
#include "app/gui/model/edit/step_declarations.h"
#include "app/gui/model/edit/step_edits.h"
#include "tests/gui/step_editing.h"

namespace interleave::gui {

namespace {

// What is there after the edit, or why it is refused.
std::string calls_after(Edited edit, std::size_t task = 0) {
  edit = checked(std::move(edit));
  return edit ? shown_steps(edit.value().scenario, task) : edit.error();
}

Scenario scenario_after(Edited edit) {
  edit = checked(std::move(edit));
  INFO((edit ? std::string() : edit.error()));
  REQUIRE(edit);
  return std::move(edit).value().scenario;
}

const std::string kFunctions = R"("shared": {"n": 1}, "functions": {
  "boil": {"parameters": ["dish", "s", "v", "k"], "steps": [{"print": "{dish}"}, {"sleep": "{s}"}, {"read": "{v}", "into": "x"}, {"set": "x", "value": "k + 1"}]},
  "on": {"parameters": ["t"], "steps": [{"call": "boil", "arguments": {"dish": "soup", "s": "{t}", "v": "n", "k": 2}}]}}, )";

Scenario boiling_task() {
  return testing::scenario_with_tasks(
      R"({"name": "a", "call": "boil", "arguments": {"dish": "x", "s": 2, "v": "n", "k": 1}})", kFunctions);
}

}  // namespace

TEST_CASE("a new call is of a function that may be called there, with arguments that it takes") {
  const Scenario begun = with_steps(R"([{"sleep": 1}])", kFunctions);
  CHECK(calls_after(add_step(begun, 0, path_of("1"), Verb::call)) ==
        "call boil arguments dish=dish, s=1, v=n, k=0\nsleep 1\nvariable n begins at 1\n");
  const Scenario boiling = boiling_task();
  CHECK(calls_after(add_step(boiling, 0, path_of("1"), Verb::call)).find("call helper\n") != std::string::npos);
  CHECK(calls_after(add_step(with_steps("[]"), 0, path_of("1"), Verb::call)) == "call helper\n");
}

TEST_CASE("with another function a call keeps the arguments that fit, and gets the others") {
  const Scenario begun = with_steps(R"([{"call": "on", "arguments": {"t": 3}}])", kFunctions);
  CHECK(calls_after(change_step(begun, 0, path_of("1"), "call", "boil")) ==
        "call boil arguments dish=dish, s=1, v=n, k=0\nvariable n begins at 1\n");
  CHECK(calls_after(change_step(begun, 0, path_of("1"), "call", "bol")) ==
        "unknown function \"bol\"; did you mean \"boil\"?");
}

TEST_CASE("arguments are typed as names and what they are given, with placeholders for what is known") {
  const Scenario begun = with_steps(
      R"([{"set": "x", "value": 1}, {"call": "boil", "arguments": {"dish": "a, b", "s": 1, "v": "n", "k": 0}}])",
      kFunctions);
  const auto typed = [&](std::string_view text) {
    return calls_after(change_step(begun, 0, path_of("2"), "arguments", text));
  };
  CHECK(shown_steps(begun).find(R"(arguments "dish=a, b", s=1, v=n, k=0)") != std::string::npos);
  CHECK(typed(R"(dish = {x}, s = 0.50, v=n, k={x})").find("arguments dish={x}, s=0.50, v=n, k={x}\n") !=
        std::string::npos);
  CHECK(typed("dish").find("\"dish\" is no argument; write a parameter") == 0);
  CHECK(typed("dish=soup, s=soon, v=n, k=1").find("\"s\" is the seconds of \"sleep\"") == 0);
  CHECK(typed("dish=a {x}").find("\"dish\" is given a text without placeholders") == 0);
  CHECK(typed("").find("function \"boil\" needs an argument \"dish\"") == 0);
  const auto forgets = [&](std::string_view text) {
    return calls_after(change_step(begun, 0, path_of("2"), "forget", text));
  };
  CHECK(forgets("true").find("k=0 forget true\n") != std::string::npos);
  CHECK(forgets("yes") == "\"forget\" is \"true\", or left out");
}

TEST_CASE("where a function, its parameters or what is shared get other names, calls of it follow") {
  const Scenario begun = with_steps(R"([{"call": "on", "arguments": {"t": 3}, "into": "x"}])", kFunctions);
  const Scenario on = scenario_after(set_function(begun, 0, "on"));
  CHECK(calls_after(set_parameters(on, 0, "time")) ==
        "function on takes time\ncall boil arguments dish=soup, s={time}, v=n, k=2\n"
        "variable n begins at 1\n");
  Scenario renamed = scenario_after(rename_function(boiling_task(), 0, "cook"));
  renamed = scenario_after(set_parameters(renamed, 0, "meal, s, v, k"));
  CHECK(calls_after(set_function(renamed, 0, "on")).find("call cook arguments meal=soup, s={t}, v=n, k=2\n") !=
        std::string::npos);
  renamed = scenario_after(rename_declaration(begun, ObjectKind::variable, 0, "m"));
  CHECK(calls_after(set_function(renamed, 0, "on")).find("dish=soup, s={t}, v=m, k=2\nvariable m") !=
        std::string::npos);
}

TEST_CASE("a length in a called function is nobody's to drag, but by whose own function it is") {
  const Scenario scenario = testing::scenario_with_tasks(
      R"({"name": "a", "call": "on", "arguments": {"t": 1}}, {"name": "b", "call": "boil", "arguments": {"dish": "x", "s": 2, "v": "n", "k": 1}})",
      kFunctions);
  const StepId sleeps = scenario.functions[0].steps[1].id;
  CHECK_FALSE(find_duration(scenario, 0, sleeps));
  CHECK(find_duration(scenario, 1, sleeps)->number.text == "2");
}

}  // namespace interleave::gui

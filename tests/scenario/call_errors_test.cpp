// Steps that call functions: what is wrong with them, and what they may come to at most.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>

#include "tests/scenario/scenario_text.h"
#include "tests/support/scenarios.h"

namespace interleave {
namespace {

// A scenario whose second line is the steps of a task, besides functions that need something of each kind, some of them
// by way of another one.
std::string scenario_of_call(std::string_view steps) {
  return R"({"interleave": 1, "title": "Test", "shared": {"n": 0}, "functions": {"nap": {"parameters": ["seconds"], "steps": [{"sleep": "{seconds}"}]},
     "again": {"parameters": ["times"], "steps": [{"repeat": "{times}", "steps": []}]}, "pass": {"parameters": ["what", "s"], "steps": [{"call": "nap", "arguments": {"seconds": "{s}"}}, {"return": "{what}"}]},
     "sum": {"parameters": ["one"], "steps": [{"return": "one + 1"}]}, "bump": {"parameters": ["v"], "steps": [{"read": "{v}", "into": "x"}]}, "plain": {"steps": []}},
     "tasks": [{"name": "a", "steps":)"
         "\n" +
         std::string(steps) + "\n}]}";
}

constexpr WrongText kCalls[] = {
    {R"([{"call": 5}])", R"(5:11: "call" is the name of a function, and not 5)"},
    {R"([{"call": "knap"}])", R"(5:11: unknown function "knap"; did you mean "nap"?)"},
    {R"([{"call": "nap"}])",
     R"(5:11: function "nap" needs an argument "seconds"; write "arguments": {"seconds": ...})"},
    {R"([{"call": "pass", "arguments": {}}])",
     R"(5:32: function "pass" needs an argument "what" and 1 more; write "arguments": {"what": ...})"},
    {R"([{"call": "nap", "arguments": {"seconds": 1, "second": 2}}])",
     R"(5:46: function "nap" has no parameter "second"; did you mean "seconds"?)"},
    {R"([{"call": "nap", "arguments": {"seconds": 1, "seconds": 2}}])",
     R"(5:46: the key "seconds" is given twice; keep one of them)"},
    {R"([{"call": "nap", "arguments": 1}])", R"(5:31: "arguments" is an object, {"parameter": value}, and not 1)"},
    {R"([{"call": "nap", "arguments": {"seconds": null}}])", R"(5:43: an argument is text or a number, and not null)"},
    {R"([{"call": "nap", "arguments": {"seconds": "1"}}])",
     R"(5:43: "seconds" is the seconds of "sleep" in line 1: write a number from 0 to 86400, and not the text "1")"},
    {R"([{"call": "pass", "arguments": {"what": 1, "s": -1}}])",
     R"(5:49: "s" is the seconds of "sleep" in line 1: write a number from 0 to 86400, and not -1)"},
    {R"([{"call": "again", "arguments": {"times": 1.5}}])",
     R"(5:43: "times" is how often "repeat" in line 2 goes round: write a whole number, 0 or more, and not 1.5)"},
    {R"([{"call": "sum", "arguments": {"one": "x"}}])",
     R"(5:39: "one" stands in the expression of "return" in line 3: write a whole number, and not the text "x")"},
    {R"([{"call": "pass", "arguments": {"what": 1.5, "s": 1}}])",
     R"(5:41: "what" is a value of "return" in line 2: write a whole number or a text, and not 1.5)"},
    {R"([{"call": "bump", "arguments": {"v": "m"}}])",
     R"(5:38: there is no shared variable "m"; declare it: "shared": {"name": 0} (for "read" in line 3))"},
    {R"([{"call": "nap", "arguments": {"seconds": "{x}"}}])",
     R"(5:43: unknown placeholder "{x}"; known here: {task}; a brace itself is written {{ or }})"},
    {R"([{"call": "pass", "arguments": {"what": "my {task}", "s": 1}}])",
     R"(5:41: an argument of a step is a text without placeholders, or one placeholder alone such as "{left}", and not the text "my {task}"; the function itself knows {task})"},
    {R"([{"call": "pass", "arguments": {"what": "{", "s": 1}}])",
     R"(5:41: the "{" in "{" has no partner; a placeholder is written {name}, and a brace itself {{)"},
    {R"([{"set": "x", "value": 1}, {"call": "pass", "arguments": {"what": "{x}", "s": "{x}"}}])",
     R"(5:79: "s" is for "sleep" in line 1, and "x" is a value of the task's own; pass a number, a parameter or an index)"},
    {R"([{"repeat": 2, "index": "i", "steps": [{"call": "bump", "arguments": {"v": "{i}"}}]}])",
     R"(5:76: "v" is for "read" in line 3, and "i" is the index of a loop; pass a name, or a parameter that is given one)"},
    {R"([{"call": "plain", "forget": 1}])", R"(5:30: "forget" is true or false, and not 1)"},
    {R"([{"call": "plain", "forget": true, "into": "x"}])",
     R"(5:36: what is forgotten gives no value; leave out "into", or "forget")"},
    {R"([{"call": "plain", "into": ["x"]}])", R"(5:28: "into" takes one name here, for what the function returns)"},
    {R"([{"call": "plain", "timeout": 1}])",
     R"(5:20: "timeout" goes with "acquire", "put", "get", "await" only; leave it away here)"},
    {R"([{"sleep": 1, "forget": true}])", R"(5:15: "forget" goes with "call" only; leave it away here)"},
    {R"([{"call": "plain", "sleep": 1}])",
     R"(5:20: a step has one verb, and this one has "call" already; give "sleep" a step of its own)"},
};

std::string function(std::string_view name, std::string_view steps) {
  return fmt::format("\"{}\": {{\"steps\": [{}]}}", name, steps);
}

// With these functions, one a line from the second on, and a task that has those steps, in the line behind them.
std::string scenario_of_functions(const std::string& functions, std::string_view steps = "") {
  return "{\"interleave\": 1, \"title\": \"Test\", \"functions\": {\n" + functions +
         "},\n\"tasks\": [{\"name\": \"a\", \"steps\": [" + std::string(steps) + "]}]}";
}

std::string call(std::string_view name) { return fmt::format("{{\"call\": \"{}\"}}", name); }

// f0 does the steps; f1 to fN call the one before so many times.
std::string chain(int length, int times, std::string_view steps = R"({"print": "x"})") {
  std::string text = function("f0", steps);
  for (int i = 1; i <= length; ++i) {
    std::string calls;
    for (int k = 0; k < times; ++k) calls += (k == 0 ? "" : ", ") + call(fmt::format("f{}", i - 1));
    text += ",\n" + function(fmt::format("f{}", i), calls);
  }
  return text;
}

}  // namespace

TEST_CASE("what is wrong with a step that calls a function is told at the function, the argument or the key") {
  for (const WrongText& one : kCalls) {
    CAPTURE(one.text);
    CHECK(errors_of(scenario_of_call(one.text)) == std::string(one.errors) + "\n");
  }
}

TEST_CASE("what a function passes on is what it needs itself, of its tasks too, whatever order they stand in") {
  const std::string functions =
      R"("outer": {"parameters": ["a"], "steps": [{"call": "inner", "arguments": {"b": "{a}"}}]},
"inner": {"parameters": ["b"], "steps": [{"call": "nap", "arguments": {"s": "{b}"}}]},
"nap": {"parameters": ["s"], "steps": [{"sleep": "{s}"}]})";
  const std::string begin =
      "{\"interleave\": 1, \"title\": \"Test\", \"functions\": {" + functions + "},\n\"tasks\": [";
  CHECK(errors_of(begin + R"({"name": "t", "call": "outer", "arguments": {"a": "x"}}]})") ==
        "4:61: \"a\" is the seconds of \"sleep\" in line 3: write a number from 0 to 86400, and not the text \"x\"\n");
  CHECK(errors_of(begin + R"({"name": "t", "call": "outer", "arguments": {"a": 1}}]})").empty());
}

TEST_CASE("a function that calls itself, directly or in a circle, is refused at one of these calls") {
  CHECK(errors_of(scenario_of_functions(function("f", call("f")))) ==
        "2:26: \"f\" calls \"f\": a function cannot call itself, directly or in a circle; take this call out, or go "
        "round "
        "with \"repeat\" or \"while\"\n");
  const std::string circle = function("a", call("b")) + ",\n" +
                             function("b", R"({"repeat": 0, "steps": [)" + call("c") + "]}") + ",\n" +
                             function("c", call("b")) + ",\n" + function("d", "");
  CHECK(errors_of(scenario_of_functions(circle)) ==
        "3:50: \"b\" calls \"c\", which calls \"b\": a function cannot call itself, directly or in a circle; take this "
        "call out, or go round with \"repeat\" or \"while\"\n");
  std::string long_circle = function("f0", call("f49"));
  for (int i = 1; i < 50; ++i) long_circle += ",\n" + function(fmt::format("f{}", i), call(fmt::format("f{}", i - 1)));
  CHECK(
      errors_of(scenario_of_functions(long_circle)) ==
      "2:27: \"f0\" calls \"f49\", which calls \"f48\", which calls \"f47\", which calls \"f46\", which calls \"f45\", "
      "which leads to others, of which one calls \"f0\": a function cannot call itself, directly or in a circle; take "
      "this call out, or go round with \"repeat\" or \"while\"\n");
}

TEST_CASE("steps of called functions stand at most 16 deep within each other, wherever they are called") {
  CHECK(errors_of(scenario_of_functions(chain(15, 1), call("f15"))).empty());
  CHECK(errors_of(scenario_of_functions(chain(16, 1), call("f16"))) ==
        "19:44: steps stand within each other at most 16 deep, also those of functions that they call; with this call "
        "they do so 17 deep\n");
  const std::string looping = chain(13, 1, R"({"repeat": 1, "steps": [{"if": "1", "steps": []}]})");
  CHECK(errors_of(scenario_of_functions(looping, call("f13"))).empty());
  CHECK(errors_of(scenario_of_functions(looping, R"({"lock": "m", "steps": [)" + call("f13") + "]}")).find("17 deep") !=
        std::string::npos);
}

TEST_CASE("calls of calls of calls come to an end of what a scenario may have, at the call that is too much") {
  CHECK(errors_of(scenario_of_functions(chain(9, 3))).empty());
  CHECK(errors_of(scenario_of_functions(chain(14, 3)))
            .find("12:28: with this call the functions that steps call come to "
                  "more than 100 000 steps, counted wherever they are called") == 0);
}

TEST_CASE("what a called function does counts each time, with the arguments of that call") {
  const std::string looping = R"("f": {"parameters": ["n"], "steps": [{"repeat": "{n}", "steps": [{"print": "x"}]}]})";
  const std::string steps = R"({"repeat": 1000, "index": "i", "steps": [{"call": "f", "arguments": {"n": )";
  CHECK(errors_of(scenario_of_functions(looping, steps + "\"{i}\"}}]}")).empty());
  CHECK(errors_of(scenario_of_functions(looping, steps + "10000}}]}")).find("more than 10 000 000 steps in all") !=
        std::string::npos);
  const std::string sleeping = R"("f": {"parameters": ["s"], "steps": [{"sleep": "{s}"}]})";
  CHECK(errors_of(
            scenario_of_functions(
                sleeping, R"({"repeat": 90000, "index": "i", "steps": [{"call": "f", "arguments": {"s": "{i}"}}]})"))
            .find("the index of the repeat counts beyond 86400 here") != std::string::npos);
}

}  // namespace interleave

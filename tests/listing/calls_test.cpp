// Functions that steps call, as programs have them.
#include <doctest/doctest.h>

#include "core/listing/list_program.h"
#include "core/listing/reads_without_switch.h"
#include "tests/support/listing_text.h"
#include "tests/support/scenarios.h"

namespace interleave::testing {
namespace {

std::string calling_program(const std::string& functions, const std::string& steps, Mode mode, Language language,
                            const std::string& more = "") {
  const Scenario scenario =
      scenario_with_tasks(R"({"name": "a", "steps": [)" + steps + "]}", more + R"("functions": {)" + functions + "}, ");
  return shown(list_program(scenario, mode, 2, language));
}

bool contains_text(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const std::string kBoil =
    R"("boil it": {"parameters": ["dish", "s"], "steps": [{"sleep": "{s}"}, {"return": "{dish}"}]})";
const std::string kCall = R"({"call": "boil it", "arguments": {"s": 2, "dish": "soup"}, "into": "x"})";
const std::string kForget = R"({"call": "boil it", "arguments": {"s": 2, "dish": "soup"}, "forget": true})";

}  // namespace

TEST_CASE("a Python program awaits a called function on a loop, and calls it elsewhere, with arguments in its order") {
  CHECK(contains_text(calling_program(kBoil, kCall, Mode::coroutine, Language::python),
                      "    x = await boil_it(\"soup\", 2)\n"));
  for (const Mode mode : {Mode::sequential, Mode::threads, Mode::pool}) {
    const std::string text = calling_program(kBoil, kCall + ", " + kForget, mode, Language::python);
    CHECK(contains_text(text, "    x = boil_it(\"soup\", 2)\n    boil_it(\"soup\", 2)\n"));
    CHECK_FALSE(contains_text(text, "warnings"));
  }
}

TEST_CASE("where await is forgotten the Python program has none, and says each warning by the scenario's name") {
  const std::string text = calling_program(kBoil, kForget, Mode::coroutine, Language::python);
  CHECK(contains_text(text, "\n    boil_it(\"soup\", 2)  # not awaited: nothing of it is done\n"));
  CHECK(contains_text(text, "\nboil_it.__qualname__ = \"boil it\"\n"));
  CHECK_FALSE(contains_text(calling_program(kBoil, kCall, Mode::coroutine, Language::python), "warnings"));
}

TEST_CASE("a C++ program awaits a called function on a loop, or lets go of its coroutine, and calls it elsewhere") {
  const std::string loop = calling_program(kBoil, kCall + ", " + kForget, Mode::coroutine, Language::cpp);
  CHECK(contains_text(loop, "  x = (co_await boil_it(\"soup\", 2));\n"));
  CHECK(contains_text(loop, "  never_awaited(\"boil it\", boil_it(\"soup\", 2));\n"));
  CHECK_FALSE(contains_text(calling_program(kBoil, kCall, Mode::coroutine, Language::cpp), "never_awaited"));
  const std::string threads = calling_program(kBoil, kCall + ", " + kForget, Mode::threads, Language::cpp);
  CHECK(contains_text(threads, "  x = boil_it(\"soup\", 2);\n  boil_it(\"soup\", 2);\n"));
}

TEST_CASE("who calls a function that names the task hands the name on, and no value is called like the function") {
  const std::string functions = R"("say": {"steps": [{"print": "{task}"}]}, "on": {"steps": [{"call": "say"}]})";
  const std::string text =
      calling_program(functions, R"({"call": "on", "into": "on"}, {"print": "{on}"})", Mode::threads, Language::python);
  CHECK(contains_text(text, "def on(task"));
  CHECK(contains_text(text, "    on_2 = on(\"a\")\n    print(on_2)\n"));
}

TEST_CASE("a number that goes where a text goes, too, is passed as text, and converted where it counts") {
  const std::string functions =
      R"("f": {"parameters": ["times"], "steps": [{"call": "g", "arguments": {"item": "{times}"}},
      {"set": "x", "value": "times + 1"}]}, "g": {"parameters": ["item"], "steps": []})";
  const std::string text = calling_program(functions, R"({"call": "f", "arguments": {"times": 3}},
      {"call": "g", "arguments": {"item": "a cake"}})",
                                           Mode::threads, Language::cpp);
  CHECK(contains_text(text, "  x = std::stoll(times) + 1;\n"));
  CHECK(contains_text(text, "void g(std::string /*item*/) {\n"));
  CHECK(contains_text(text, "  f(\"3\");\n  g(\"a cake\");\n"));
}

TEST_CASE("a parameter has one type from where it is given on to where it is used, by way of all calls") {
  const std::string functions =
      R"("f": {"parameters": ["a", "b"], "steps": [{"call": "g", "arguments": {"c": "{a}", "d": "{b}"}}]},
    "g": {"parameters": ["c", "d"], "steps": [{"sleep": "{c}"}, {"print": "{d}"}]})";
  const std::string text =
      calling_program(functions, R"({"set": "x", "value": 1}, {"call": "f", "arguments": {"a": 0.5, "b": "{x}"}},
      {"call": "g", "arguments": {"c": 1, "d": 2}})",
                      Mode::threads, Language::cpp);
  CHECK(contains_text(text, "void f(double a, long long b) {\n  g(a, b);\n}\n"));
  CHECK(contains_text(text, "void g(double c, long long d) {\n"));
  CHECK(contains_text(text, "  f(0.5, x);\n  g(1, 2);\n"));
}

TEST_CASE("a function that comes behind who calls it is declared before, and catches what it throws to return") {
  const std::string functions = R"("f": {"steps": [{"call": "g", "into": "x"}]},
    "g": {"steps": [{"try": [{"return": 1}], "finally": [{"print": "cleaned"}]}]})";
  const std::string text = calling_program(functions, R"({"call": "f"})", Mode::threads, Language::cpp);
  CHECK(contains_text(text, "\nValue g();\n"));
  CHECK(contains_text(text,
                      "  } catch (const Returned& returned) {\n    return returned.value;\n  }\n  return {};\n}\n"));
}

TEST_CASE("a read in a called function counts as one of the task, where a write by the caller follows") {
  const auto count = [](const std::string& function, const std::string& steps) {
    return reads_without_a_switch(
               scenario_with_tasks(
                   R"({"name": "a", "steps": [)" + steps + "]}",
                   R"("shared": {"n": 0, "m": 0}, "functions": {"f": {"parameters": ["v"], "steps": [)" + function +
                       "]}}, "))
        .size();
  };
  const std::string call = R"({"call": "f", "arguments": {"v": "n"}, "into": "x"})";
  CHECK(count(R"({"read": "{v}", "into": "y"}, {"return": "y"})", call + R"(, {"write": "n", "value": "x + 1"})") == 1);
  CHECK(count(R"({"read": "{v}", "into": "y"}, {"return": "y"})", call + R"(, {"write": "m", "value": "x + 1"})") == 0);
  CHECK(count(R"({"read": "{v}", "into": "y"}, {"print": "x"})", call + R"(, {"write": "n", "value": 1})") == 0);
  CHECK(count(R"({"write": "{v}", "value": 1})", R"({"read": "n", "into": "z"}, )" + call) == 0);
}

TEST_CASE("a fraction of a second stays one, though another function reckons with what it passes there") {
  const Scenario scenario = testing::scenario_of(R"({"interleave": 1, "title": "T", "functions": {
      "waits": {"parameters": ["seconds"], "steps": [{"sleep": "{seconds}"}]},
      "counts": {"parameters": ["times"], "steps": [{"if": "times % 3", "steps": [
          {"call": "waits", "arguments": {"seconds": "{times}"}}]}]}},
    "tasks": [{"name": "a", "call": "waits", "arguments": {"seconds": 0.9}},
              {"name": "b", "call": "counts", "arguments": {"times": 2}}]})");
  for (const Language language : kLanguages) {
    const Listing listing = list_program(scenario, Mode::coroutine, 2, language);
    CHECK(listing.text().find("waits(0.9)") != std::string::npos);
    CHECK(listing.text().find("counts(2)") != std::string::npos);
  }
}

}  // namespace interleave::testing

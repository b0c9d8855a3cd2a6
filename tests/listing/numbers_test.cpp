#include <doctest/doctest.h>

#include "core/listing/list_program.h"
#include "tests/support/listing_text.h"
#include "tests/support/scenarios.h"

namespace interleave::testing {
namespace {

// The head of a function with a parameter x and these steps, its first line, and the call with this argument.
std::string program(Language language, const std::string& step, const std::string& argument) {
  const Scenario scenario = scenario_of(R"({"interleave": 1, "title": "T", "functions": {"f": {
    "parameters": ["x"], "steps": [)" + step +
                                        R"(, {"print": "{x}"}]}},
    "tasks": [{"name": "a", "call": "f", "arguments": {"x": )" +
                                        argument + "}}]}");
  const Listing listing = list_program(scenario, Mode::sequential, 1, language);
  const std::size_t first = listing.line_of(step_id(0));
  return listing.lines()[first - 1].text + " " + line_at(listing, step_id(0)) + " " + line_at(listing, task_id(0));
}

std::string argument_in(Language language, const std::string& argument) {
  const std::string text = program(language, R"({"print": ""})", argument);
  return text.substr(text.rfind("f(") + 2);
}

const char* const kSleep = R"({"sleep": "{x}"})";
const char* const kRepeat = R"({"repeat": "{x}", "steps": []})";

}  // namespace

TEST_CASE("a number that prints as it was written is passed as a number") {
  for (const std::string number : {"0", "7", "-12", "123456", "1.5", "-0.25"}) {
    CAPTURE(number);
    CHECK(argument_in(Language::python, number) == number + ")");
    CHECK(argument_in(Language::cpp, number) == number + ");");
  }
  CHECK(argument_in(Language::python, "2.0") == "2.0)");
  CHECK(argument_in(Language::python, "123456.789") == "123456.789)");
}

TEST_CASE("a number that would print otherwise is passed as text") {
  for (const std::string number : {"0.50", "1e3", "-0", "2.00", "1234567890123456789012", "0.00001"}) {
    CAPTURE(number);
    CHECK(argument_in(Language::python, number) == "\"" + number + "\")");
    CHECK(argument_in(Language::cpp, number) == "\"" + number + "\");");
  }
  CHECK(argument_in(Language::cpp, "2.0") == "\"2.0\");");
  CHECK(argument_in(Language::cpp, "123456.789") == "\"123456.789\");");
}

TEST_CASE("a number passed as text is converted where its value counts") {
  CHECK(program(Language::python, kSleep, "0.50") == "def f(x): time.sleep(float(x) * SECOND) f(\"0.50\")");
  CHECK(program(Language::cpp, kSleep, "0.50") ==
        "void f(std::string x) { std::this_thread::sleep_for(std::stod(x) * SECOND); f(\"0.50\");");
  CHECK(program(Language::python, kRepeat, "3e0") == "def f(x): for _ in range(int(float(x))): f(\"3e0\")");
  CHECK(program(Language::cpp, kSleep, "0.5") == "void f(double x) { std::this_thread::sleep_for(x * SECOND); f(0.5);");
}

TEST_CASE("a number that is not printed is passed as a number, a count as a whole one") {
  const Scenario scenario = scenario_of(R"({"interleave": 1, "title": "T", "functions": {"f": {
    "parameters": ["x", "n"], "steps": [{"sleep": "{x}"}, {"repeat": "{n}", "steps": []}]}},
    "tasks": [{"name": "a", "call": "f", "arguments": {"x": 0.50, "n": 30e-1}}]})");
  CHECK(line_at(list_program(scenario, Mode::pool, 1, Language::python), task_id(0)) == "pool.submit(f, 0.50, 3)");
  CHECK(line_at(list_program(scenario, Mode::pool, 1, Language::cpp), task_id(0)) == "pool.submit(f, 0.50, 3);");
}

TEST_CASE("seconds finer than a nanosecond stand as they were written, and what rounds to none is 0, as a yield is") {
  const auto line = [](Language language, const std::string& step) {
    const Scenario scenario = scenario_with_tasks(R"({"name": "a", "steps": [)" + step + "]}");
    return line_at(list_program(scenario, Mode::coroutine, 1, language), step_id(0));
  };
  CHECK(line(Language::python, R"({"sleep": 1.7149999999999999})") ==
        "await asyncio.sleep(1.7149999999999999 * SECOND)");
  CHECK(line(Language::cpp, R"({"sleep": 1.7149999999999999})") == "co_await sleep_for(1.7149999999999999 * SECOND);");
  CHECK(line(Language::python, R"({"sleep": 4e-10})") == "await asyncio.sleep(0)");
  CHECK(line(Language::cpp, R"({"sleep": 4e-10})") == "co_await sleep_for(0 * SECOND);");
  const Scenario scenario = scenario_of(R"({"interleave": 1, "title": "T", "functions": {"f": {"parameters": ["x"],
    "steps": [{"sleep": "{x}"}]}}, "tasks": [{"name": "a", "call": "f", "arguments": {"x": 1e-400}},
    {"name": "b", "call": "f", "arguments": {"x": 2.6749999999999998}}]})");
  CHECK(line_at(list_program(scenario, Mode::pool, 1, Language::cpp), task_id(0)) == "pool.submit(f, 0);");
  CHECK(line_at(list_program(scenario, Mode::pool, 1, Language::cpp), task_id(1)) ==
        "pool.submit(f, 2.6749999999999998);");
}

TEST_CASE("where tasks pass texts and numbers to one parameter, C++ takes both as text") {
  const Scenario scenario = scenario_of(R"({"interleave": 1, "title": "T", "functions": {"f": {
    "parameters": ["x"], "steps": [{"print": "{x}"}]}},
    "tasks": [{"name": "a", "call": "f", "arguments": {"x": 5}}, {"name": "b", "call": "f", "arguments": {"x": "5"}}]})");
  CHECK(line_at(list_program(scenario, Mode::sequential, 1, Language::python), task_id(0)) == "f(5)");
  CHECK(line_at(list_program(scenario, Mode::sequential, 1, Language::cpp), task_id(0)) == "f(\"5\");");
}

}  // namespace interleave::testing

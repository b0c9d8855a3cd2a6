// Functions that steps call, in every mode.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>

#include "core/record/names.h"
#include "core/run/run_info.h"
#include "core/run/simulate.h"
#include "tests/support/scenarios.h"

namespace interleave {
namespace {

std::shared_ptr<const Timeline> calling_run(Mode mode, const std::string& functions, const std::string& tasks,
                                            const std::string& more = "") {
  RunSettings settings;
  settings.mode = mode;
  settings.max_workers = 8;
  return simulate(testing::scenario_with_tasks(
                      tasks, more + R"("machine": {"process_start": 0}, "functions": {)" + functions + "}, "),
                  settings);
}

// "0 line; 1.5 line; finished"
std::string call_lines_of(const Timeline& timeline) {
  std::string text;
  for (const OutputLine& line : timeline.output()) text += fmt::format("{} {}; ", seconds(line.time), line.text);
  const std::string& error = timeline.end()->error;
  return text + std::string(name(timeline.end()->outcome)) + (error.empty() ? "" : " " + error);
}

std::string call_lines_of_steps(Mode mode, const std::string& functions, const std::string& steps,
                                const std::string& more = "") {
  return call_lines_of(*calling_run(mode, functions, R"({"name": "a", "steps": [)" + steps + "]}", more));
}

const std::string kBoil =
    R"("boil": {"parameters": ["dish", "s"], "steps": [{"print": "{task} boils {dish}"}, {"sleep": "{s}"},
    {"return": "{dish}"}, {"print": "never"}]})";

}  // namespace

TEST_CASE("a called function does its steps within the task, on its worker, and gives what it returns") {
  const std::string steps = R"({"call": "boil", "arguments": {"dish": "soup", "s": 2}, "into": "x"}, {"print": "{x}"},
    {"call": "boil", "arguments": {"s": 0.5, "dish": 7}, "into": "x"}, {"set": "y", "value": "x + 1"}, {"print": "{y}"})";
  for (const Mode mode : kModes) {
    const auto run = calling_run(mode, kBoil, R"({"name": "a", "steps": [)" + steps + "]}");
    CHECK(call_lines_of(*run) == "0 a boils soup; 2 soup; 2 a boils 7; 2.5 8; finished");
    CHECK(run->tasks().size() == 1);
    CHECK(run->workers().size() == 1);
    CHECK(run->end()->time == Time(std::chrono::milliseconds(2500)));
  }
}

TEST_CASE(
    "others have their turns while a coroutine that a step awaits waits, and not while it is called in sequence") {
  const std::string tasks = R"({"name": "a", "steps": [{"call": "boil", "arguments": {"dish": "soup", "s": 1}}]},
      {"name": "b", "steps": [{"call": "boil", "arguments": {"dish": "rice", "s": 1}}]})";
  CHECK(call_lines_of(*calling_run(Mode::coroutine, kBoil, tasks)) == "0 a boils soup; 0 b boils rice; finished");
  CHECK(call_lines_of(*calling_run(Mode::sequential, kBoil, tasks)) == "0 a boils soup; 1 b boils rice; finished");
}

TEST_CASE(
    "where await is forgotten, a loop does nothing of the function but a line that says so; elsewhere it is done") {
  const std::string steps =
      R"({"repeat": 2, "steps": [{"call": "boil", "arguments": {"dish": "soup", "s": 1}, "forget": true}]},
    {"print": "served"})";
  const std::string warning = "0 RuntimeWarning: coroutine 'boil' was never awaited; ";
  CHECK(call_lines_of_steps(Mode::coroutine, kBoil, steps) == warning + warning + "0 served; finished");
  for (const Mode mode : {Mode::sequential, Mode::threads, Mode::pool}) {
    CHECK(call_lines_of_steps(mode, kBoil, steps) == "0 a boils soup; 1 a boils soup; 2 served; finished");
  }
}

TEST_CASE("a function that ends without a return gives none, whatever the value was before") {
  const std::string functions = R"("f": {"parameters": ["n"], "steps": [{"if": "n > 0", "steps": [{"return": "n"}]}]})";
  const std::string steps =
      R"({"repeat": 3, "index": "i", "steps": [{"call": "f", "arguments": {"n": "{i}"}, "into": "x"}, {"print": "{x}"}]},
    {"call": "f", "arguments": {"n": 0}, "into": "x"}, {"print": "{x}"})";
  for (const Mode mode : kModes) {
    CHECK(call_lines_of_steps(mode, functions, steps) == "0 None; 0 1; 0 2; 0 None; finished");
  }
}

TEST_CASE("a return ends the call alone, past what is to be done on the way, which may return something else") {
  const std::string functions = R"("f": {"parameters": ["n"], "steps": [{"repeat": 3, "steps": [{"lock": "m", "steps": [
      {"try": [{"try": [{"return": "n"}], "except": [{"print": "no failure"}]}], "finally": [{"sleep": 1}, {"print": "cleaned"},
        {"if": "n == 2", "steps": [{"return": 20}]}, {"if": "n == 3", "steps": [{"raise": "dirty"}]}]}]}]}]})";
  const std::string steps = R"({"set": "x", "value": 0}, {"repeat": 4, "index": "i", "steps": [
      {"try": [{"call": "f", "arguments": {"n": "{i}"}, "into": "x"}], "except": [{"print": "failed"}]}, {"print": "{x}"}]})";
  for (const Mode mode : kModes) {
    CHECK(call_lines_of_steps(mode, functions, steps) ==
          "1 cleaned; 1 0; 2 cleaned; 2 1; 3 cleaned; 3 20; 4 cleaned; 4 failed; 4 20; finished");
  }
}

TEST_CASE("a failure in a function is one of whoever calls it, to be handled there, or ends the task") {
  const std::string functions =
      R"("inner": {"parameters": ["by"], "steps": [{"sleep": 1}, {"set": "x", "value": "1 // by"}, {"raise": "burnt by {task}"}]},
      "outer": {"parameters": ["by"], "steps": [{"try": [{"call": "inner", "arguments": {"by": "{by}"}}], "finally": [{"print": "left"}]}]})";
  for (const Mode mode : kModes) {
    CHECK(call_lines_of_steps(
              mode, functions,
              R"({"try": [{"call": "outer", "arguments": {"by": 1}}], "except": [{"print": "taken"}]})") ==
          "1 left; 1 taken; finished");
    CHECK(call_lines_of_steps(mode, functions, R"({"call": "outer", "arguments": {"by": 1}}, {"print": "never"})") ==
          "1 left; failed a: burnt by a");
    CHECK(call_lines_of_steps(mode, functions, R"({"call": "outer", "arguments": {"by": 0}})") ==
          "1 left; failed a: \"1 // by\": division by 0");
  }
}

TEST_CASE("a function and its caller do not know each other's values, however they are called, nor do two calls") {
  const std::string functions =
      R"("f": {"parameters": ["i"], "steps": [{"set": "x", "value": "i * 10"}, {"repeat": 1, "index": "k", "steps": [
      {"call": "g", "arguments": {"a": "{x}", "b": "{k}"}, "into": "y"}]}, {"print": "{i} {x} {y}"}]},
    "g": {"parameters": ["a", "b"], "steps": [{"set": "x", "value": "a + b"}, {"set": "i", "value": 99}, {"return": "x + 1"}]})";
  const std::string steps = R"({"set": "x", "value": 5}, {"repeat": 2, "index": "k", "steps": [
    {"call": "f", "arguments": {"i": "{k}"}, "into": "none"}, {"call": "f", "arguments": {"i": "{x}"}}]}, {"print": "{x} {none}"})";
  for (const Mode mode : kModes) {
    CHECK(call_lines_of_steps(mode, functions, steps) ==
          "0 0 0 1; 0 5 50 51; 0 1 10 11; 0 5 50 51; 0 5 None; finished");
  }
}

TEST_CASE("a call passes on parameters, texts and numbers as they are written, and names of what is shared") {
  const std::string functions =
      R"("say": {"parameters": ["one", "two", "three"], "steps": [{"print": "{one}|{two}|{three}"}, {"return": "{two}"}]},
    "on": {"parameters": ["v", "s", "d"], "steps": [{"call": "say", "arguments": {"one": "{s}", "two": "{d}", "three": "{{b}}"}, "into": "x"},
      {"call": "sell", "arguments": {"what": "{v}", "m": "till"}}, {"sleep": "{s}"}, {"print": "{x}"}]},
    "sell": {"parameters": ["what", "m"], "steps": [{"lock": "{m}", "steps": [{"read": "{what}", "into": "x"}, {"write": "{what}", "value": "x - 1"}]}]})";
  const std::string tasks = R"({"name": "a", "call": "on", "arguments": {"v": "cakes", "s": 1.50, "d": "soup"}},
     {"name": "b", "steps": [{"call": "sell", "arguments": {"what": "cakes", "m": "till"}}], "after": 1}, {"name": "c", "steps": [
       {"read": "cakes", "into": "left"}, {"print": "{left}"}], "after": 2})";
  for (const Mode mode : {Mode::coroutine, Mode::threads, Mode::pool}) {
    CHECK(call_lines_of(*calling_run(mode, functions, tasks, R"("shared": {"cakes": 9}, )")) ==
          "0 1.50|soup|{b}; 1.5 soup; 2 7; finished");
  }
}

TEST_CASE("an update is lost also where a function has read, and the caller writes what it returned") {
  const std::string functions = R"("left": {"steps": [{"read": "n", "into": "x"}, {"sleep": 1}, {"return": "x"}]})";
  const std::string seller = R"("steps": [{"call": "left", "into": "y"}, {"write": "n", "value": "y - 1"}]})";
  const auto run =
      calling_run(Mode::coroutine, functions, R"({"name": "a", )" + seller + R"(, {"name": "b", )" + seller,
                  R"("shared": {"n": 2}, )");
  REQUIRE(run->stale_writes().size() == 1);
  CHECK(run->stale_writes()[0].kind == StaleWrite::lost_update);
  CHECK(run->accesses()[run->stale_writes()[0].write].task == task_id(1));
}

TEST_CASE("a cancellation leaves a called function by way of its finally, and a timeout of the task's does") {
  const std::string functions =
      R"("f": {"steps": [{"try": [{"sleep": 5}, {"print": "never"}], "except": [{"print": "no failure"}], "finally": [{"print": "cleaned"}]}]})";
  const std::string tasks =
      R"({"name": "a", "steps": [{"call": "f"}, {"print": "never"}]}, {"name": "b", "steps": [{"sleep": 1}, {"cancel": "a"}]},
      {"name": "c", "steps": [{"call": "f"}], "timeout": 2})";
  CHECK(call_lines_of(*calling_run(Mode::coroutine, functions, tasks)) == "1 cleaned; 2 cleaned; failed c: timed out");
}

TEST_CASE("of a step in a called function nobody says an amount that is the argument of another call") {
  const std::string functions = R"("nap": {"parameters": ["s"], "steps": [{"sleep": "{s}"}, {"sleep": 3}]},
      "own": {"parameters": ["s"], "steps": [{"sleep": "{s}"}]})";
  const RunInfo info = program_info(testing::scenario_with_tasks(
      R"({"name": "a", "call": "own", "arguments": {"s": 1}}, {"name": "b", "steps": [{"call": "nap", "arguments": {"s": 2}}]},
         {"name": "c", "call": "nap", "arguments": {"s": 4}})",
      R"("functions": {)" + functions + "}, "));
  CHECK_FALSE(info.steps[0].argument);
  CHECK(info.steps[1].amount == "3");
  CHECK(info.steps[2].argument == 0);
}

}  // namespace interleave

#include "core/scenario/loader.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/scenario/scenario_text.h"

namespace interleave {
namespace {

using std::chrono::milliseconds;

// The example of the format's description, word for word.
constexpr std::string_view kExample = R"({
  "interleave": 1,                            // format version, required
  "title": "Coffee shop",                     // required
  "summary": "Three orders, three waits.",
  "functions": {                              // what tasks run; a function may be used by many tasks
    "order": {
      "parameters": ["item", "seconds"],
      "steps": [
        {"print": "Ordered {item}"},
        {"sleep": "{seconds}"},
        {"print": "\t>> Received {item}"}
      ]
    },
    "download": {
      "parameters": ["file", "megabytes"],
      "steps": [ {"repeat": "{megabytes}", "index": "i",
                  "steps": [ {"print": "{file} downloaded {i} MB"}, {"sleep": 1} ]} ]
    }
  },
  "tasks": [                                  // at least one; submitted in order of "after", then of the file
    {"name": "coffee", "call": "order", "arguments": {"item": "coffee", "seconds": 1}},
    {"name": "plain",  "steps": [ {"sleep": 0.5} ], "after": 2.0}   // own steps; submitted at t = 2 s
  ],
  "mode": "sequential",                       // what opens first: sequential (default) | coroutine | threads | pool | processes
  "max_workers": 2,                           // 1 .. 1024, default 2
  "machine": {"cores": 4,                     // 1 .. 1024, default 4
              "gil": false,                   // default true
              "time_slice": 0.005,            // 0.001 .. 1 s, default 0.005
              "switch_cost": 0, "process_start": 0.05}      // 0 .. 60 s
}
)";

Scenario loaded(std::string_view text) {
  auto result = load_scenario(text, "test.json");
  REQUIRE_MESSAGE(result, errors_of(text));
  return std::move(result).value();
}

Step only_step(std::string_view step) {
  return loaded(scenario_of_steps("[" + std::string(step) + "]")).tasks.at(0).steps.at(0);
}

}  // namespace

TEST_CASE("the format's example loads as it is written, with everything that it says") {
  const Scenario scenario = loaded(kExample);
  CHECK(scenario.title == "Coffee shop");
  CHECK(scenario.summary == "Three orders, three waits.");
  CHECK(scenario.mode == Mode::sequential);
  CHECK(scenario.max_workers == 2);
  CHECK(scenario.machine.cores == 4);
  CHECK_FALSE(scenario.machine.gil);
  CHECK(scenario.machine.time_slice == milliseconds(5));
  CHECK(scenario.machine.process_start == milliseconds(50));

  REQUIRE(scenario.functions.size() == 2);
  const Function& order = scenario.functions[0];
  CHECK(order.name == "order");
  CHECK(order.parameters == std::vector<std::string>{"item", "seconds"});
  CHECK(order.position == SourcePosition{6, 5});
  REQUIRE(order.steps.size() == 3);
  CHECK(std::get<verb::Print>(order.steps[0].action).text == "Ordered {item}");
  CHECK(order.steps[1].verb() == Verb::sleep);
  CHECK(std::get<Placeholder>(std::get<verb::Sleep>(order.steps[1].action).seconds).name == "seconds");
  CHECK(std::get<verb::Print>(order.steps[2].action).text == "\t>> Received {item}");

  const auto& repeat = std::get<verb::Repeat>(scenario.functions[1].steps.at(0).action);
  CHECK(repeat.index == "i");
  CHECK(repeat.steps.size() == 2);

  REQUIRE(scenario.tasks.size() == 2);
  CHECK(scenario.tasks[0].name == "coffee");
  CHECK(scenario.tasks[0].function == 0);
  REQUIRE(scenario.tasks[0].arguments.size() == 2);
  CHECK(std::get<std::string>(scenario.tasks[0].arguments[0]) == "coffee");
  CHECK(std::get<Number>(scenario.tasks[0].arguments[1]).duration == std::chrono::seconds(1));
  CHECK(scenario.tasks[1].function == std::nullopt);
  CHECK(scenario.tasks[1].after == std::chrono::seconds(2));
  CHECK(scenario.tasks[1].position == SourcePosition{22, 5});
}

TEST_CASE("what a file leaves out has its default") {
  const Scenario scenario = loaded(R"({"interleave": 1, "title": "T", "tasks": [{"name": "a", "steps": []}]})");
  CHECK(scenario.summary.empty());
  CHECK(scenario.mode == Mode::sequential);
  CHECK(scenario.max_workers == 2);
  CHECK(scenario.machine.cores == 4);
  CHECK(scenario.machine.gil);
  CHECK(scenario.machine.time_slice == milliseconds(5));
  CHECK(scenario.machine.switch_cost == Duration::zero());
  CHECK(scenario.machine.process_start == milliseconds(50));
  CHECK(scenario.tasks.at(0).after == Duration::zero());
}

TEST_CASE("every mode can be named") {
  for (const Mode mode : kModes) {
    CHECK(loaded(scenario_with("\"mode\": \"" + std::string(name(mode)) + "\",")).mode == mode);
  }
}

TEST_CASE("steps are numbered as they stand in the text, functions before tasks wherever they stand") {
  const Scenario scenario = loaded(R"({"interleave": 1, "title": "T",
    "tasks": [{"name": "a", "steps": [{"print": "5"}]}, {"name": "b", "call": "f"},
              {"name": "c", "steps": [{"print": "6"}]}],
    "functions": {"f": {"steps": [{"print": "0"}, {"repeat": 2, "steps": [{"print": "2"}, {"print": "3"}]},
                                  {"print": "4"}]}}})");
  const auto& steps = scenario.functions.at(0).steps;
  CHECK(index(steps.at(0).id) == 0);
  CHECK(index(steps.at(1).id) == 1);
  const auto& repeated = std::get<verb::Repeat>(steps.at(1).action).steps;
  CHECK(index(repeated.at(0).id) == 2);
  CHECK(index(repeated.at(1).id) == 3);
  CHECK(index(steps.at(2).id) == 4);
  CHECK(index(scenario.tasks.at(0).steps.at(0).id) == 5);
  CHECK(index(scenario.tasks.at(2).steps.at(0).id) == 6);
}

TEST_CASE("a step knows where it stands") {
  const Scenario scenario = loaded(scenario_of_steps("[{\"print\": \"\xC3\xA9\"},\n\t{\"sleep\": 1}]"));
  CHECK(scenario.tasks.at(0).steps.at(0).position == SourcePosition{2, 2});
  CHECK(scenario.tasks.at(0).steps.at(1).position == SourcePosition{3, 2});
}

TEST_CASE("arguments come in the order of the parameters, whatever the order of the file") {
  const Scenario scenario =
      loaded(scenario_of_task(R"({"name": "a", "call": "order", "arguments": {"seconds": 1.50, "item": "tea"}})"));
  const auto& arguments = scenario.tasks.at(0).arguments;
  CHECK(std::get<std::string>(arguments.at(0)) == "tea");
  CHECK(std::get<Number>(arguments.at(1)).text == "1.50");
  CHECK(std::get<Number>(arguments.at(1)).duration == milliseconds(1500));
}

TEST_CASE("in an argument {task} is the task's name and doubled braces are braces") {
  const Scenario scenario = loaded(
      scenario_of_task(R"({"arguments": {"item": "{task}'s {{tea}}", "seconds": 1}, "call": "order", "name": "Ann"})"));
  CHECK(std::get<std::string>(scenario.tasks.at(0).arguments.at(0)) == "Ann's {tea}");
}

TEST_CASE("a number for a parameter that is only printed may be anything that JSON can write") {
  const Scenario scenario =
      loaded(scenario_of_task(R"({"name": "a", "call": "order", "arguments": {"item": -1.25e40, "seconds": 0}})"));
  const auto& number = std::get<Number>(scenario.tasks.at(0).arguments.at(0));
  CHECK(number.text == "-1.25e40");
  CHECK(number.duration == std::nullopt);
  CHECK(number.integer == std::nullopt);
}

TEST_CASE("an index can be a quantity of the steps within its repeat") {
  const Step step = only_step(
      R"({"repeat": 3, "index": "i", "steps": [{"sleep": "{i}"}, {"repeat": "{i}", "steps": [{"compute": "{i}"}]}]})");
  const auto& repeat = std::get<verb::Repeat>(step.action);
  CHECK(std::get<Placeholder>(*seconds_of(repeat.steps.at(0))).name == "i");
}

TEST_CASE("two repeats after each other may have the same index") {
  CHECK(errors_of(scenario_of_steps(
            R"([{"repeat": 2, "index": "i", "steps": []}, {"repeat": 2, "index": "i", "steps": []}])")) == "");
}

TEST_CASE("a count may be written as any number that is whole") {
  for (const char* count : {"5", "5.0", "0.5e1", "50e-1"}) {
    const Step step = only_step("{\"repeat\": " + std::string(count) + ", \"steps\": []}");
    const auto& number = std::get<Number>(std::get<verb::Repeat>(step.action).times);
    CHECK(number.integer == 5);
    CHECK(number.text == count);
  }
}

TEST_CASE("a process may start at once, or within a minute") {
  const auto start = [](const char* seconds) {
    return loaded(scenario_with(fmt::format(R"("machine": {{"process_start": {}}},)", seconds))).machine.process_start;
  };
  CHECK(start("0") == Duration::zero());
  CHECK(start("0.0125") == std::chrono::microseconds(12'500));
  CHECK(start("60") == std::chrono::seconds(60));
}

TEST_CASE("settings of other versions that ask for nothing are accepted") {
  CHECK(errors_of(scenario_with(R"("launch": "together", "on_error": "collect", "shared": {},
    "machine": {"switch_cost": 0.0},)")) == "");
  CHECK(errors_of(scenario_of_task(R"({"name": "a", "steps": [], "manual": false})")) == "");
  CHECK(errors_of(scenario_of_task(R"({"name": "a", "steps": [{"lock": "m", "steps": []}], "to_thread": false})")) ==
        "");
}

TEST_CASE("a task that runs on a thread beside the loop may read and write what tasks share") {
  const auto loaded = load_scenario(R"({"interleave": 1, "title": "T", "shared": {"x": 0}, "tasks": [
    {"name": "a", "to_thread": true, "timeout": 2, "steps": [{"read": "x", "into": "v"}, {"write": "x", "value": "v + 1"},
      {"try": [{"raise": "no"}], "except": [{"block": 1}]}, {"return": "v"}]},
    {"name": "b", "steps": []}]})",
                                    "test.json");
  REQUIRE(loaded);
  CHECK(loaded.value().tasks[0].to_thread);
  CHECK_FALSE(loaded.value().tasks[1].to_thread);
}

TEST_CASE("a byte order mark, Windows line ends and comments of both kinds change nothing") {
  const std::string text =
      "\xEF\xBB\xBF// one\r\n{\"interleave\": 1, /* two\r\n */ \"title\": \"T\",\r\n"
      "\"tasks\": [{\"name\": \"a\", \"steps\": [5]}]}\r\n// three";
  CHECK(errors_of(text) == "4:35: a step is an object, {...}, and not 5\n");
  CHECK(errors_of("\xEF\xBB\xBF[]") == "1:1: a scenario is an object, {...}, and not a list\n");
}

TEST_CASE("comment marks and escapes in strings are text, and places behind them are right") {
  CHECK(errors_of(scenario_of_steps(R"([{"print": "// no /* comment \" */ \u00e9 \ud83d\ude00"}, {"sleep": -1}])")) ==
        "2:69: \"sleep\" is a number of seconds from 0 to 86400, and not -1\n");
  const Step step = only_step(R"({"print": "\u00e9\ud83d\ude00\/"})");
  CHECK(std::get<verb::Print>(step.action).text == "\xC3\xA9\xF0\x9F\x98\x80/");
}

}  // namespace interleave

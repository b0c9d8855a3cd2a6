#include "core/scenario/limits.h"

#include <doctest/doctest.h>

#include "tests/scenario/scenario_text.h"

namespace interleave {
namespace {

// `inner` within so many repeats.
std::string nested(std::size_t depth, std::string_view times, std::string_view index, const std::string& inner) {
  std::string text = "[" + inner + "]";
  for (std::size_t level = depth; level > 0; --level) {
    const std::string name = index.empty() ? "" : ", \"index\": \"" + std::string(index) + std::to_string(level) + "\"";
    text = "[{\"repeat\": " + std::string(times) + name + ", \"steps\": " + text + "}]";
  }
  return text;
}

std::string tasks(std::size_t count, const std::string& steps, const std::string& gil = "false") {
  std::string text = R"({"interleave": 1, "title": "T", "machine": {"time_slice": 0.001, "cores": 2, "gil": )" + gil +
                     R"(}, "tasks": [)";
  for (std::size_t task = 0; task < count; ++task) {
    text += (task == 0 ? "\n" : ",\n") + ("{\"name\": \"" + std::to_string(task)) + "\", \"steps\": " + steps + "}";
  }
  return text + "]}";
}

bool mentions(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

constexpr std::string_view kTooManySteps = "more than 10 000 000 steps";

}  // namespace

TEST_CASE("a file of 16 MiB is read, and one of a byte more is not") {
  std::string text = scenario_with("");
  text.resize(kMostFileBytes, ' ');
  CHECK(errors_of(text) == "");
  text += ' ';
  CHECK(errors_of(text) == "1:1: the file has more than 16 MiB (16777217 bytes); leave out tasks or steps\n");
}

TEST_CASE("a scenario may have 100 000 tasks, and the next one is refused at its place") {
  CHECK(errors_of(tasks(kMostTasks, "[]")) == "");
  CHECK(errors_of(tasks(kMostTasks + 1, "[]")) ==
        "100002:1: a scenario has at most 100 000 tasks; leave out this one and those after it\n");
}

TEST_CASE("a scenario may have 10 000 000 steps in all, and no more") {
  CHECK(errors_of(tasks(2, R"([{"repeat": 2500000, "steps": [{"print": ""}, {"sleep": 0}]}])")) == "");
  CHECK(
      errors_of(tasks(3, R"([{"repeat": 2500000, "steps": [{"print": ""}, {"sleep": 0}]}])")) ==
      "4:1: with this task the scenario comes to more than 10 000 000 steps in all, after repeats; repeat less often, "
      "or leave out tasks\n");
}

TEST_CASE("a pass of a repeat that does nothing counts as a step") {
  CHECK(errors_of(scenario_of_steps(nested(1, "10000000", "", ""))) == "");
  CHECK(mentions(errors_of(scenario_of_steps(nested(1, "10000001", "", ""))), kTooManySteps));
}

TEST_CASE("repeats without end, 16 deep, are refused at once whatever is in them") {
  CHECK(mentions(errors_of(scenario_of_steps(nested(16, "1e15", "", ""))), kTooManySteps));
  CHECK(mentions(errors_of(scenario_of_steps(nested(16, "1e15", "i", "{\"sleep\": \"{i1}\"}"))), kTooManySteps));
  CHECK(
      mentions(errors_of(scenario_of_steps(nested(16, "9223372036854775807", "i", "{\"repeat\": \"{i1}\"}"))), "deep"));
  CHECK(mentions(errors_of(scenario_of_steps(nested(15, "1e15", "i", "{\"repeat\": \"{i15}\", \"steps\": []}"))),
                 kTooManySteps));
}

TEST_CASE("what stands in a repeat that never goes round does not count") {
  CHECK(errors_of(scenario_of_steps(R"([{"repeat": 0, "steps": [{"repeat": 1e15, "steps": [{"sleep": 1}]}]}])")) == "");
}

TEST_CASE("passes that depend on the index are counted one by one") {
  const auto triangle = [](int rows) {
    return scenario_of_steps("[{\"repeat\": " + std::to_string(rows) +
                             R"(, "index": "i", "steps": [{"repeat": "{i}", "steps": [{"print": ""}]}]}])");
  };
  CHECK(errors_of(triangle(4472)) == "");  // 1 + 4472 * 4471 / 2 = 9 997 157
  CHECK(mentions(errors_of(triangle(4473)), kTooManySteps));
}

TEST_CASE("an index that is slept for may count to 86 400 seconds and not beyond") {
  CHECK(errors_of(scenario_of_steps(R"([{"repeat": 86401, "index": "i", "steps": [{"sleep": "{i}"}]}])")) == "");
  CHECK(errors_of(scenario_of_steps("[{\"repeat\": 86402, \"index\": \"i\", \"steps\": [\n{\"sleep\": \"{i}\"}]}]")) ==
        "3:1: the index of the repeat counts beyond 86400 here, the most seconds that a step may take; repeat less "
        "often\n");
}

TEST_CASE("steps stand within each other 16 deep and no deeper") {
  CHECK(errors_of(scenario_of_steps(nested(16, "1", "", "{\"print\": \"x\"}"))) == "");
  CHECK(errors_of(scenario_of_steps("\n" + nested(17, "1", "", ""))) ==
        "3:387: steps stand within each other at most 16 deep; take this one out\n");
}

TEST_CASE("brackets without end are an error of syntax and no stack overflow") {
  CHECK(errors_of(std::string(5'000'000, '[')) ==
        "1:65: objects and lists stand in each other more than 64 deep here; a scenario never needs that, so take some "
        "of the brackets away\n");
  std::string objects;
  for (int depth = 0; depth < 1'000'000; ++depth) objects += "{\"a\":";
  CHECK(mentions(errors_of(objects), "more than 64 deep"));
}

TEST_CASE("time slices are limited only where more tasks compute than can at once: without a GIL, as many as cores") {
  const std::string steps = R"([{"compute": 5000}])";  // 5 000 000 slices of a millisecond
  CHECK(errors_of(tasks(2, steps)) == "");
  CHECK(errors_of(tasks(3, steps)) ==
        "4:1: with this task the scenario comes to more than 10 000 000 time slices; compute less, or give \"machine\" "
        "a longer \"time_slice\" or more \"cores\"\n");
  CHECK(errors_of(tasks(2, R"([{"compute": 86400}])")) == "");
  CHECK(errors_of(tasks(3, R"([{"sleep": 86400}])")) == "");
  CHECK(errors_of(tasks(3, R"([{"compute": 0}, {"sleep": 86400}])")) == "");
}

TEST_CASE("with a GIL one task computes at a time, however many cores there are: then two are limited") {
  const std::string one = R"([{"compute": 86400}])";
  CHECK(errors_of(tasks(1, one, "true")) == "");
  CHECK(errors_of(tasks(2, R"([{"compute": 5000}])", "true")) == "");
  CHECK(errors_of(tasks(2, one, "true")) ==
        "2:1: with this task the scenario comes to more than 10 000 000 time slices; compute less, or give \"machine\" "
        "a longer \"time_slice\" or \"gil\": false\n");
  CHECK(mentions(errors_of(tasks(3, one, "true")), "or \"gil\": false and more \"cores\""));
  CHECK(errors_of(tasks(3, R"([{"sleep": 86400}])", "true")) == "");
}

TEST_CASE("all steps together stay within the range of the clock") {
  CHECK(mentions(errors_of(scenario_of_steps(R"([{"repeat": 50000, "steps": [{"sleep": 86400}]}])")),
                 "take more than 4 000 000 000 seconds together"));
}

TEST_CASE("a name has 1 to 64 characters, however many bytes those are") {
  std::string name;
  for (int letter = 0; letter < 64; ++letter) name += "\xF0\x9F\x98\x80";
  CHECK(errors_of(scenario_of_task("{\"name\": \"" + name + "\", \"steps\": []}")) == "");
  CHECK(errors_of(scenario_of_task("{\"name\": \"" + name + "x\", \"steps\": []}")) ==
        "2:10: a task's name has 65 characters; write at most 64\n");
}

TEST_CASE("of many errors the first 20 by position are reported") {
  std::string steps = "[";
  for (int step = 0; step < 30; ++step) steps += "\n{\"sleep\": -1},";
  const auto result = load_scenario(scenario_of_steps(steps + "{}]"), "test.json");
  REQUIRE(!result);
  REQUIRE(result.error().size() == 20);
  for (std::size_t at = 0; at < 20; ++at) CHECK(result.error()[at].position.line == at + 3);
}

TEST_CASE("whoever loads a scenario may allow its runs fewer steps and time slices") {
  const std::string text = tasks(2, R"([{"repeat": 50, "steps": [{"sleep": 1}]}])");
  CHECK(load_scenario(text, "", 100));
  const auto refused = load_scenario(text, "", 99);
  REQUIRE(!refused);
  CHECK(refused.error().front().position.line == 3);
  CHECK(mentions(refused.error().front().message, "comes to more than 99 steps in all"));
  const auto sliced = load_scenario(tasks(2, R"([{"compute": 10}])", "true"), "", 3000);
  REQUIRE(!sliced);
  CHECK(mentions(sliced.error().front().message, "comes to more than 3 000 time slices"));
}

}  // namespace interleave

#include "core/scenario/writer.h"

#include <doctest/doctest.h>
#include <fstream>

#include "core/base/overloaded.h"
#include "core/scenario/built_in.h"
#include "core/scenario/step_words.h"
#include "tests/support/property.h"
#include "tests/support/random_scenario.h"
#include "tests/support/scenarios.h"

namespace interleave {
namespace {

using testing::scenario_of;

Scenario written_and_read(const Scenario& scenario) { return scenario_of(to_json(scenario)); }

// A text with any of the characters that JSON, templates and UTF-8 make much of, each possibly.
std::string random_text() {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("a", " ", "\"", "\\", "\t", "\n", "{{", "}}", "{task}", "é", "→", "\u0001", "/"));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  return text;
}

std::string random_number() {
  return *rc::gen::element<std::string>("0", "1", "1.50", "2.0", "0.000000001", "1e1", "12.5e-1", "86400", "-0", "3E0",
                                        "1.7149999999999999", "0.30000000000000004", "4e-10");
}

std::string random_expression() {
  return *rc::gen::element<std::string>("0", "-1", "(3)", " 7 ", "1 + 2 * 3", "-(4 // 2)", "9223372036854775807");
}

Step random_step(int depth) {
  Step step;
  step.action = empty_action(*rc::gen::elementOf(verb_names()));
  if (depth == 3 && has_body(step)) step.action = verb::Print();
  for_each_part(
      step,
      Overloaded{
          [](const part::Text&, std::string& text) { text = random_text(); },
          [](const part::Seconds&, Quantity& seconds) {
            seconds = Number{random_number(), {}, {}};
          },
          [](const part::Count&, Quantity& count) {
            count = Number{*rc::gen::element<std::string>("0", "2", "3.0", "1e0"), {}, {}};
          },
          [&](const part::Index&, std::string& index) {
            if (*rc::gen::arbitrary<bool>()) index = "i" + std::to_string(depth);
          },
          [&](const part::Own&, std::string& name) { name = "v" + std::to_string(depth); },
          [](const part::Made&, Expression& value) { value = parse_number_expression(random_expression()).value(); },
          [](const part::Condition&, Expression& condition) {
            condition = parse_condition(random_expression() + " <= 3").value();
          },
          [](const part::Shared& shared, SharedName& name) {
            name = shared.use == SharedUse::variable ? "v 1" : shared.use == SharedUse::lock ? "l" : "q";
          },
          [](const part::Owns&, OneOrMore&) {},
          [](const part::Callee&, std::string& name) { name = "called"; },
          [](const part::Arguments&, std::vector<PassedArgument>& arguments) {
            arguments = {{"b", random_text()}, {"ü a", Number{random_number(), {}, {}}}};
          },
          [](const part::Flag&, bool& flag) { flag = *rc::gen::arbitrary<bool>(); },
          [](const part::OtherTask&, std::string& name) { name = "other"; },
          [](const part::OtherTasks& tasks, OneOrMore& value) {
            value = {{"other"}, tasks.is_always_list || *rc::gen::arbitrary<bool>()};
          },
          [](const part::Timeout&, std::optional<Quantity>& timeout) {
            if (*rc::gen::arbitrary<bool>()) timeout = Number{random_number(), {}, {}};
          },
          [](const part::OptionalBody& body, std::optional<std::vector<Step>>& steps) {
            if (body.key == "except") steps.emplace();
          },
          [&](const part::Body&, std::vector<Step>& steps) {
            const int count = *rc::gen::inRange(0, 3);
            for (int i = 0; i < count; ++i) steps.push_back(random_step(depth + 1));
          },
      });
  return step;
}

// What the loader makes of random steps, names, arguments and settings. They are written once to be read, since only
// the loader numbers steps and reads numbers.
Scenario random_settings_and_texts() {
  Scenario scenario;
  scenario.title = "a \"title\" {";
  scenario.summary = random_text();
  scenario.mode = *rc::gen::elementOf(kModes);
  scenario.max_workers = *rc::gen::inRange(1, 5);
  scenario.machine.cores = *rc::gen::inRange(3, 6);
  scenario.machine.gil = *rc::gen::arbitrary<bool>();
  scenario.machine.time_slice = *rc::gen::inRange(1, 1001) * std::chrono::milliseconds(1);
  scenario.machine.process_start = *rc::gen::inRange(49, 52) * std::chrono::milliseconds(1);
  scenario.shared = {{"v 1", *rc::gen::inRange<std::int64_t>(-3, 4)}, {"ü", 7}};
  scenario.semaphores = {{"s", 0}};
  scenario.queues = {{"q", *rc::gen::inRange<std::int64_t>(0, 3)}};
  scenario.functions.push_back({"f \"1\"", {"a", "b ü"}, {random_step(0)}, {}});
  scenario.functions.push_back({"g", {}, {}, {}});
  scenario.functions.push_back({"called", {"ü a", "b"}, {}, {}});
  Task calling;
  calling.name = "täsk \\ 1";
  calling.function = *rc::gen::inRange<std::size_t>(0, 2);
  if (calling.function == 0U) {
    calling.arguments = {random_text(), Number{random_number(), {}, {}}};
    if (*rc::gen::arbitrary<bool>()) calling.templates = {random_text(), ""};
  }
  scenario.tasks.push_back(calling);
  Task other;
  other.name = "other";
  other.manual = true;
  other.to_thread = *rc::gen::arbitrary<bool>();
  scenario.tasks.push_back(other);
  Task own;
  own.name = "own";
  own.steps = {random_step(0), random_step(0)};
  own.after = *rc::gen::inRange(0, 3) * std::chrono::nanoseconds(1'500'000'001);
  scenario.tasks.push_back(own);
  return written_and_read(scenario);
}

}  // namespace

TEST_CASE("what is written of a scenario is read back to an equal one") {
  CHECK(testing::holds(300, [] {
    const Scenario scenario = testing::random_scenario({}).scenario;
    RC_ASSERT(written_and_read(scenario) == scenario);
  }));
}

TEST_CASE("no text, number or setting changes by being written and read") {
  CHECK(testing::holds(300, [] {
    const Scenario scenario = random_settings_and_texts();
    RC_ASSERT(written_and_read(scenario) == scenario);
  }));
}

TEST_CASE("the good files of the corpus are read back to equal scenarios") {
  std::ifstream corpus(std::string(INTERLEAVE_SOURCE_DIR) + "/tests/scenario/corpus/accepted.txt");
  std::string line;
  int files = 0;
  while (std::getline(corpus, line)) {
    if (line.empty() || line.starts_with('#')) continue;
    CAPTURE(line);
    const Scenario scenario = scenario_of(line);
    CHECK(written_and_read(scenario) == scenario);
    ++files;
  }
  CHECK(files > 10);
}

TEST_CASE("the built-in files, which were written by hand, are written exactly as they are") {
  for (const BuiltIn& built_in : built_in_scenarios()) CHECK(to_json(scenario_of(built_in.text)) == built_in.text);
}

TEST_CASE("two scenarios that say the same are equal wherever their parts stand, and others are not") {
  const std::string text = to_json(testing::built_in("coffee-shop"));
  const Scenario scenario = scenario_of(text);
  CHECK(scenario_of("// a comment\n\n" + text) == scenario);
  Scenario other = scenario;
  other.tasks[0].arguments[1] = Number{"1.0", std::chrono::seconds(1), 1};
  CHECK_FALSE(other == scenario);  // it would print differently
}

TEST_CASE("a task's short steps stand on its line, longer ones and repeats on lines of their own") {
  const std::string text = R"({
  "interleave": 1,
  "title": "test",
  "tasks": [
    {"name": "short", "steps": [{"sleep": 0.5}], "after": 2},
    {
      "name": "long",
      "steps": [
        {"print": "a line that is long enough to push everything that follows it beyond the edge"},
        {"sleep": 1.50}
      ]
    },
    {
      "name": "repeating",
      "steps": [
        {
          "repeat": 2,
          "steps": []
        }
      ],
      "after": 0.25
    }
  ]
}
)";
  CHECK(to_json(scenario_of(text)) == text);
}

TEST_CASE("an argument that names its task is written so again") {
  const Scenario scenario = scenario_of(R"({"interleave": 1, "title": "t", "functions": {"f": {"parameters": ["x", "y"],
    "steps": []}}, "tasks": [{"name": "a", "call": "f", "arguments": {"x": "for {task} {{", "y": "{{task}}"}}]})");
  CHECK(std::get<std::string>(scenario.tasks[0].arguments[0]) == "for a {");
  const std::string text = to_json(scenario);
  CHECK(text.find(R"("x": "for {task} {{", "y": "{{task}}")") != std::string::npos);
  CHECK(scenario_of(text) == scenario);
}

}  // namespace interleave

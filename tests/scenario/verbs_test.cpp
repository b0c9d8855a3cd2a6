#include "core/scenario/verbs.h"

#include <doctest/doctest.h>
#include <set>
#include <string>

#include "core/scenario/scenario.h"
#include "core/scenario/step_words.h"
#include "tests/scenario/scenario_text.h"

namespace interleave {
namespace {

// Steps of every verb of this version, some within others.
Scenario with_every_verb() {
  const auto loaded = load_scenario(scenario_of_steps(R"([{"print": "a {task}"}, {"sleep": 1},
    {"repeat": 2, "index": "i", "steps": [
      {"block": "{i}"}, {"repeat": "{i}", "steps": [{"compute": 2}]}, {"sleep": 3}]},
    {"repeat": 0, "steps": []}])"),
                                    "test");
  REQUIRE(loaded);
  return loaded.value();
}

const std::vector<Step>& steps_of(const Scenario& scenario) { return scenario.tasks.at(0).steps; }

std::string verbs_of(const Scenario& scenario) {
  std::string text;
  for_each_step(scenario, [&](const Step& step) { text += std::string(name(step.verb())) + " "; });
  return text;
}

}  // namespace

TEST_CASE("no word of steps means two things: no verb is a companion, and no name stands for two verbs") {
  std::set<std::string_view> names;
  for (const VerbWords& verb : kVerbWords) {
    CAPTURE(verb.name);
    CHECK(names.insert(verb.name).second);
  }
  for (const VerbWords& verb : kVerbWords) {
    for (const std::string_view key : verb.companions) CHECK_FALSE(names.contains(key));
  }
  CHECK(names.size() == kVerbCount);
}

TEST_CASE("a verb is found by its name, and an empty action of that name has that verb") {
  for (const std::string_view word : verb_names()) {
    CAPTURE(word);
    REQUIRE(find_verb(word) != nullptr);
    CHECK(name(Step{StepId::none, {}, empty_action(word)}.verb()) == word);
  }
  CHECK(find_verb("index") == nullptr);
  CHECK(find_verb("") == nullptr);
}

TEST_CASE("a walk shows every step once, each before those within it, in the order of their ids") {
  const Scenario scenario = with_every_verb();
  CHECK(verbs_of(scenario) == "print sleep repeat block repeat compute sleep repeat ");
  std::size_t next = 0;
  for_each_step(scenario, [&](const Step& step) { CHECK(step.id == step_id(next++)); });
}

TEST_CASE("the first step that passes a test is found wherever it stands, and the last within a step too") {
  const Scenario scenario = with_every_verb();
  const Step* computing = find_step(steps_of(scenario), [](const Step& step) { return step.verb() == Verb::compute; });
  REQUIRE(computing != nullptr);
  CHECK(computing->id == step_id(5));
  CHECK(find_step(steps_of(scenario), [](const Step& step) { return step.id == step_id(8); }) == nullptr);
  CHECK(last_within(steps_of(scenario)[2]) == step_id(6));
  CHECK(last_within(steps_of(scenario)[3]) == step_id(7));
  CHECK(contains(scenario, Verb::compute));
  CHECK_FALSE(contains(std::get<verb::Repeat>(steps_of(scenario)[2].action).steps, Verb::print));
}

TEST_CASE("only what waits or computes takes seconds, and a step takes the names of its quantities alone") {
  std::string takers;
  for_each_step(with_every_verb(), [&](const Step& step) {
    if (seconds_of(step) != nullptr) takers += std::string(name(step.verb())) + (takes(step, "i") ? " i " : " ");
    CHECK_FALSE(takes(step, "task"));
  });
  CHECK(takers == "sleep block i compute sleep ");
}

TEST_CASE("two lists have the same shape where the same verbs stand at the same places, whatever they take") {
  const auto steps = [](std::string_view text) {
    const auto loaded = load_scenario(scenario_of_steps(text), "test");
    REQUIRE(loaded);
    return loaded.value().tasks[0].steps;
  };
  const auto one = steps(R"([{"repeat": 2, "steps": [{"sleep": 1}]}, {"print": "a"}])");
  CHECK(same_shape(one, steps(R"([{"repeat": 3, "index": "i", "steps": [{"sleep": "{i}"}]}, {"print": "b"}])")));
  CHECK_FALSE(same_shape(one, steps(R"([{"repeat": 2, "steps": [{"sleep": 1}, {"print": "a"}]}])")));
  CHECK_FALSE(same_shape(one, steps(R"([{"repeat": 2, "steps": [{"block": 1}]}, {"print": "a"}])")));
  CHECK_FALSE(same_shape(one, {}));
}

}  // namespace interleave

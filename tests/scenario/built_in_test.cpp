#include "core/scenario/built_in.h"

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <string_view>
#include <vector>

#include "tests/scenario/scenario_text.h"

namespace interleave {
namespace {

std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("each built-in scenario loads, has the title that is listed, and is its file byte for byte") {
  REQUIRE(built_in_scenarios().size() >= 5);
  for (const BuiltIn& built_in : built_in_scenarios()) {
    CAPTURE(built_in.name);
    const auto scenario = load_scenario(built_in.text, built_in.name);
    REQUIRE_MESSAGE(scenario, errors_of(built_in.text));
    CHECK(scenario.value().title == built_in.title);
    CHECK(!scenario.value().summary.empty());
    CHECK(built_in.text ==
          file_text(INTERLEAVE_SOURCE_DIR "/assets/scenarios/" + std::string(built_in.name) + ".json"));
  }
}

TEST_CASE(
    "each built-in scenario has its question, and those of a group stand together, the coffee shop first of all") {
  std::vector<std::string_view> groups;
  for (const BuiltIn& built_in : built_in_scenarios()) {
    CAPTURE(built_in.name);
    CHECK(built_in.question.ends_with('?'));
    if (groups.empty() || groups.back() != built_in.group) groups.push_back(built_in.group);
  }
  CHECK(groups == std::vector<std::string_view>{"waiting", "pools", "computing", "sharing", "failing"});
  CHECK(built_in_scenarios().front().name == "coffee-shop");
  CHECK(built_in_scenarios().size() == embedded_scenarios().size());
}

TEST_CASE("a built-in scenario is found by its name and by nothing else") {
  REQUIRE(find_built_in("coffee-shop") != nullptr);
  CHECK(find_built_in("coffee-shop")->title == "Coffee shop");
  REQUIRE(find_built_in("downloads") != nullptr);
  CHECK(find_built_in("downloads")->title == "Two downloads");
  CHECK(find_built_in("Coffee shop") == nullptr);
  CHECK(find_built_in("") == nullptr);
}

TEST_CASE("the built-in scenarios show blocking, computing on few cores, and arrivals over time") {
  bool blocks = false;
  bool competes = false;
  bool arrives = false;
  for (const BuiltIn& built_in : built_in_scenarios()) {
    const auto loaded = load_scenario(built_in.text, built_in.name);
    REQUIRE(loaded);
    const Scenario& scenario = loaded.value();
    for (const Function& function : scenario.functions) {
      blocks |= contains(function.steps, Verb::block) && scenario.mode == Mode::coroutine;
      competes |= contains(function.steps, Verb::compute) &&
                  static_cast<std::size_t>(scenario.machine.cores) < scenario.tasks.size();
    }
    for (const Task& task : scenario.tasks) arrives |= task.after > Duration::zero();
  }
  CHECK(blocks);
  CHECK(competes);
  CHECK(arrives);
}

}  // namespace interleave

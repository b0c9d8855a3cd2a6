// Where the states of a program stand in the drawing of its graph, and what can still come of them.
#include "app/gui/model/picture/graph_layout.h"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>

#include "app/gui/model/explain/state_text.h"
#include "app/gui/model/picture/places_apart.h"
#include "core/explore/explore.h"
#include "core/explore/wording.h"
#include "tests/support/scenarios.h"

namespace interleave::gui {

namespace {

Exploration explored(const std::string& tasks_and_more) {
  const Scenario scenario =
      testing::scenario_of(R"({"interleave": 1, "title": "T", "mode": "threads", )" + tasks_and_more + "}");
  return explore(scenario, {.run = default_settings(scenario), .most_states_kept = 200});
}

Exploration two_increments() {
  return explored(R"("shared": {"n": 0}, "functions": {"add": {"steps": [{"read": "n", "into": "x"},
      {"write": "n", "value": "x + 1"}]}}, "tasks": [{"name": "a", "call": "add"}, {"name": "b", "call": "add"}])");
}

GraphLayout layout_of(const Exploration& found) {
  std::vector<bool> bad;
  for (const ExploredOutcome& outcome : found.outcomes) bad.push_back(is_bad(outcome.result));
  return graph_layout(*found.graph, bad);
}

}  // namespace

TEST_CASE("every step leads down, from one state at the top to the ends at the bottom") {
  const Exploration found = two_increments();
  REQUIRE(found.graph != nullptr);
  const StateGraph& graph = *found.graph;
  const GraphLayout layout = layout_of(found);
  CHECK(layout.layers == 5);
  for (std::uint32_t state = 0; state < graph.size(); ++state) {
    CHECK((layout.nodes[state].layer == 0) == (state == 0));
    CHECK((layout.nodes[state].layer == layout.layers - 1) == graph.is_end(state));
    for (std::size_t step = graph.begin(state); step < graph.end(state); ++step) {
      CHECK(layout.nodes[graph.targets[step]].layer > layout.nodes[state].layer);
    }
  }
}

TEST_CASE("all is lost where both have read the old value, and the steps before that are points of no return") {
  const Exploration found = two_increments();
  const GraphLayout layout = layout_of(found);
  const auto state_behind = [&](const Schedule& schedule) { return states_on(*found.graph, schedule).back(); };
  constexpr Token kA{.task = task_id(0)};
  constexpr Token kB{.task = task_id(1)};
  CHECK(layout.nodes[0].fate == Fate::open);
  CHECK_FALSE(layout.nodes[0].no_return);
  CHECK(layout.nodes[state_behind({kA})].no_return);
  CHECK(layout.nodes[state_behind({kA, kB})].fate == Fate::lost);
  CHECK(layout.nodes[state_behind({kA, kA})].fate == Fate::safe);
  CHECK_FALSE(layout.nodes[state_behind({kA, kB})].no_return);
}

TEST_CASE("the line of a step that passes layers passes beside the states that stand there") {
  const Scenario scenario = testing::built_in("bank-transfer");
  const Exploration found = explore(scenario, {.run = default_settings(scenario), .most_states_kept = 200});
  REQUIRE(found.graph != nullptr);
  const StateGraph& graph = *found.graph;
  const GraphLayout layout = layout_of(found);
  std::size_t passed = 0;
  for (std::uint32_t state = 0; state < graph.size(); ++state) {
    for (std::size_t step = graph.begin(state); step < graph.end(state); ++step) {
      const std::uint32_t layers = layout.nodes[graph.targets[step]].layer - layout.nodes[state].layer;
      REQUIRE(layout.bends[step].size() == layers - 1);
      for (std::uint32_t i = 0; i + 1 < layers; ++i) {
        for (const GraphLayout::Node& node : layout.nodes) {
          if (node.layer != layout.nodes[state].layer + i + 1) continue;
          CHECK(node.place != layout.bends[step][i]);
          ++passed;
        }
      }
    }
  }
  CHECK(passed > 0);
}

TEST_CASE("a long line is straight where nothing stands in its way") {
  const Scenario scenario = testing::built_in("last-ticket");
  const Exploration found = explore(scenario, {.run = default_settings(scenario), .most_states_kept = 200});
  REQUIRE(found.graph != nullptr);
  const StateGraph& graph = *found.graph;
  const GraphLayout layout = layout_of(found);
  // The longest line: both ends and what it passes.
  std::vector<float> longest;
  for (std::uint32_t state = 0; state < graph.size(); ++state) {
    for (std::size_t step = graph.begin(state); step < graph.end(state); ++step) {
      if (layout.bends[step].size() + 2 <= longest.size()) continue;
      longest = layout.bends[step];
      longest.insert(longest.begin(), layout.nodes[state].place);
      longest.push_back(layout.nodes[graph.targets[step]].place);
    }
  }
  REQUIRE(longest.size() > 2);
  const auto [least, most] = std::minmax_element(longest.begin(), longest.end());
  CHECK(*most - *least < 0.3F);
}

TEST_CASE("places stay where they are wanted, but so far apart") {
  const auto near = [](float one, float other) { return std::abs(one - other) < 1e-5F; };
  const std::vector<float> free = places_apart({0.2F, 0.6F}, 0.25F);
  CHECK(free == std::vector<float>{0.2F, 0.6F});
  const std::vector<float> pushed = places_apart({0.5F, 0.5F}, 0.25F);
  CHECK(near(pushed[0], 0.375F));
  CHECK(near(pushed[1], 0.625F));
  const std::vector<float> swapped = places_apart({0.6F, 0.4F, 0.9F}, 0.2F);
  CHECK(near(swapped[0], 0.4F));
  CHECK(near(swapped[1], 0.6F));
  CHECK(near(swapped[2], 0.9F));
  const std::vector<float> full = places_apart({0, 0, 0, 0}, 0.25F);
  for (std::size_t i = 0; i < 4; ++i) CHECK(near(full[i], 0.125F + 0.25F * static_cast<float>(i)));
}

TEST_CASE("states of one layer stand apart from each other") {
  const Exploration found = two_increments();
  const GraphLayout layout = layout_of(found);
  for (std::size_t one = 0; one < layout.nodes.size(); ++one) {
    for (std::size_t other = one + 1; other < layout.nodes.size(); ++other) {
      if (layout.nodes[one].layer != layout.nodes[other].layer) continue;
      CHECK(layout.nodes[one].place != layout.nodes[other].place);
    }
  }
}

TEST_CASE("a way that goes round for ever is drawn, and what never ends is lost") {
  const Exploration found = explored(R"("shared": {"go": 0}, "tasks": [{"name": "a", "steps": [
      {"read": "go", "into": "x"}, {"while": "x == 0", "steps": [{"read": "go", "into": "x"}]}]}])");
  REQUIRE(found.graph != nullptr);
  const GraphLayout layout = layout_of(found);
  CHECK(std::all_of(layout.nodes.begin(), layout.nodes.end(),
                    [](const GraphLayout::Node& node) { return node.fate == Fate::lost; }));
}

TEST_CASE("a graph is kept of so many states and no more, and a way is found to each of them") {
  const Exploration found = two_increments();
  for (std::uint32_t state = 0; state < found.graph->size(); ++state) {
    CHECK(states_on(*found.graph, way_to(*found.graph, state)).back() == state);
  }
  const Scenario scenario =
      testing::scenario_of(R"({"interleave": 1, "title": "T", "mode": "threads", "shared": {"n": 0},
      "functions": {"f": {"steps": [{"repeat": 20, "steps": [{"read": "n", "into": "x"}]}]}},
      "tasks": [{"name": "a", "call": "f"}, {"name": "b", "call": "f"}]})");
  CHECK(explore(scenario, {.run = default_settings(scenario), .most_states_kept = 200}).graph == nullptr);
}

}  // namespace interleave::gui

// Every interleaving of scenarios with many: philosophers, who share forks with each other, and threads that share
// nothing, whose states are as many as there can be. The limit finds as many states and does nothing else.
#include <array>
#include <cstddef>
#include <fmt/format.h>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/explore/explore.h"
#include "core/scenario/loader.h"
#include "tests/bench/figure.h"

namespace interleave::bench {
namespace {

Scenario philosophers(int count, int rounds) {
  std::string tasks;
  for (int i = 0; i < count; ++i) {
    tasks += fmt::format(R"({}{{"name": "p{}", "call": "dine", "arguments": {{"left": "f{}", "right": "f{}"}}}})",
                         i == 0 ? "" : ", ", i, i, (i + 1) % count);
  }
  return load_scenario(fmt::format(R"({{"interleave": 1, "title": "philosophers", "functions": {{"dine": {{
      "parameters": ["left", "right"], "steps": [{{"repeat": {}, "steps": [
      {{"lock": "{{left}}", "steps": [{{"lock": "{{right}}", "steps": []}}]}}]}}]}}}}, "tasks": [{}]}})",
                                   rounds, tasks),
                       "bench")
      .value();
}

Scenario strangers(int count, int steps) {
  std::string variables;
  std::string tasks;
  for (int i = 0; i < count; ++i) {
    std::string own;
    for (int step = 0; step < steps; ++step) {
      own += fmt::format(R"({}{{"write": "v{}", "value": {}}})", step == 0 ? "" : ", ", i, step);
    }
    variables += fmt::format(R"({}"v{}": 0)", i == 0 ? "" : ", ", i);
    tasks += fmt::format(R"({}{{"name": "t{}", "steps": [{}]}})", i == 0 ? "" : ", ", i, own);
  }
  return load_scenario(fmt::format(R"({{"interleave": 1, "title": "strangers", "shared": {{{}}}, "tasks": [{}]}})",
                                   variables, tasks),
                       "bench")
      .value();
}

void explore_all(benchmark::State& state, const Scenario& scenario) {
  ExploreSettings settings{.limit = 2'000'000};
  settings.run.mode = Mode::threads;
  for (auto _ : state) benchmark::DoNotOptimize(explore(scenario, settings));
  count_items(state, 1);
}

Scenario two_increments() {
  return load_scenario(
             R"({"interleave": 1, "title": "increments", "shared": {"n": 0}, "functions": {"increase": {"steps":
      [{"read": "n", "into": "x"}, {"write": "n", "value": "x + 1"}]}},
      "tasks": [{"name": "a", "call": "increase"}, {"name": "b", "call": "increase"}]})",
             "bench")
      .value();
}

// As much as a panel of all modes asks for.
void explore_every_mode(benchmark::State& state) {
  const Scenario scenario = two_increments();
  for (auto _ : state) {
    for (const Mode mode : kModes) {
      ExploreSettings settings;
      settings.run.mode = mode;
      benchmark::DoNotOptimize(explore(scenario, settings));
    }
  }
  count_items(state, 1);
}

using BareState = std::array<char, 64>;
struct BareHash {
  std::size_t operator()(const BareState& state) const {
    return std::hash<std::string_view>()(std::string_view(state.data(), state.size()));
  }
};

// Breadth-first, from so many counters at zero, of which each step raises one, until so many states are found.
std::size_t search_bare(std::size_t counters, char most, std::size_t enough) {
  std::unordered_set<BareState, BareHash> found = {BareState{}};
  std::vector<BareState> layer = {BareState{}};
  while (!layer.empty()) {
    std::vector<BareState> next;
    for (BareState& state : layer) {
      for (std::size_t i = 0; i < counters; ++i) {
        if (state[i] == most) continue;
        ++state[i];
        if (found.insert(state).second) next.push_back(state);
        --state[i];
        if (found.size() == enough) return enough;
      }
    }
    layer = std::move(next);
  }
  return found.size();
}

void search_as_philosophers(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(search_bare(3, 30, 28'325));
  count_items(state, 1);
}
void search_as_strangers(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(search_bare(10, 3, 1'048'576));
  count_items(state, 1);
}

void explore_philosophers(benchmark::State& state) { explore_all(state, philosophers(5, 2)); }
void explore_strangers(benchmark::State& state) { explore_all(state, strangers(10, 3)); }

BENCHMARK(explore_philosophers)->Name("explore/philosophers");
BENCHMARK(search_as_philosophers)->Name("explore/philosophers, bare");
BENCHMARK(explore_strangers)->Name("explore/strangers")->Iterations(1);
BENCHMARK(search_as_strangers)->Name("explore/strangers, bare")->Iterations(1);
BENCHMARK(explore_every_mode)->Name("explore/two increments");

}  // namespace
}  // namespace interleave::bench

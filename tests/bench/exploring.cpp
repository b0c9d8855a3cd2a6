// Every interleaving of scenarios with many: philosophers, who share forks with each other, and threads that share
// nothing, whose states are as many as there can be.
#include <fmt/format.h>

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

void explore_philosophers(benchmark::State& state) { explore_all(state, philosophers(5, 2)); }
void explore_strangers(benchmark::State& state) { explore_all(state, strangers(10, 3)); }

BENCHMARK(explore_philosophers)->Name("explore/philosophers");
BENCHMARK(explore_strangers)->Name("explore/strangers")->Iterations(1);

}  // namespace
}  // namespace interleave::bench

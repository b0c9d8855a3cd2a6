#pragma once

#include <fmt/format.h>
#include <string>
#include <string_view>

#include "core/explore/explore.h"
#include "tests/support/scenarios.h"

namespace interleave::testing {

inline ExploreSettings exploring(Mode mode, int max_workers = 2, bool with_lines = false) {
  ExploreSettings settings{.with_lines = with_lines};
  settings.run.mode = mode;
  settings.run.max_workers = max_workers;
  return settings;
}

inline Exploration explored(const Scenario& scenario, Mode mode, int max_workers = 2, bool with_lines = false) {
  return explore(scenario, exploring(mode, max_workers, with_lines));
}

// The same where nothing is late.
inline ExploreSettings exploring_exactly(Mode mode, int max_workers = 2, bool with_lines = false) {
  ExploreSettings settings = exploring(mode, max_workers, with_lines);
  settings.run.timing = Timing::exact;
  return settings;
}

inline Exploration explored_exactly(const Scenario& scenario, Mode mode, int max_workers = 2, bool with_lines = false) {
  return explore(scenario, exploring_exactly(mode, max_workers, with_lines));
}

// How many interleavings there are.
inline std::string ways(const Exploration& found) { return found.interleavings.text(); }
// Of those that have such a result.
template <class Test>
std::string ways(const Exploration& found, const Test& test) {
  BigNumber sum;
  for (const ExploredOutcome& outcome : found.outcomes) {
    if (test(outcome.result)) sum += outcome.interleavings;
  }
  return sum.text();
}
template <class Test>
double chance(const Exploration& found, const Test& test) {
  double sum = 0;
  for (const ExploredOutcome& outcome : found.outcomes) sum += test(outcome.result) ? outcome.chance : 0;
  return sum;
}

inline bool loses(const RunResult& result) { return result.lost_updates; }
inline bool deadlocks(const RunResult& result) { return result.outcome == Outcome::deadlocked; }

// So many tasks a, b, ... with the same steps: the text within the brackets of "steps".
inline std::string tasks_with(int count, std::string_view steps) {
  std::string tasks;
  for (int i = 0; i < count; ++i) {
    tasks += fmt::format(R"({}{{"name": "{}", "steps": [{}]}})", i == 0 ? "" : ", ", static_cast<char>('a' + i), steps);
  }
  return tasks;
}

inline std::string times(int count, std::string_view step) {
  std::string steps;
  for (int i = 0; i < count; ++i) steps += (i == 0 ? "" : ", ") + std::string(step);
  return steps;
}

inline constexpr std::string_view kIncrement =
    R"({"read": "counter", "into": "x"}, {"write": "counter", "value": "x + 1"})";

inline Scenario increments(int tasks, int each = 1) {
  return scenario_with_tasks(tasks_with(tasks, times(each, kIncrement)), R"("shared": {"counter": 0}, )");
}

}  // namespace interleave::testing

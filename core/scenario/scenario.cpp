#include "core/scenario/scenario.h"

#include <algorithm>

namespace interleave {

bool contains(const Scenario& scenario, Verb verb) {
  const auto any_has = [&](const auto& parts) {
    return std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return contains(part.steps, verb); });
  };
  return any_has(scenario.functions) || any_has(scenario.tasks);
}

bool has_threads_beside_loop(const Scenario& scenario, Mode mode) {
  return is_event_loop(traits(mode)) &&
         std::any_of(scenario.tasks.begin(), scenario.tasks.end(), [](const Task& task) { return task.to_thread; });
}

}  // namespace interleave

#include "core/scenario/scenario.h"

#include <algorithm>

namespace interleave {

bool contains(const Scenario& scenario, Verb verb) {
  const auto any_has = [&](const auto& parts) {
    return std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return contains(part.steps, verb); });
  };
  return any_has(scenario.functions) || any_has(scenario.tasks);
}

}  // namespace interleave

#include "core/scenario/scenario.h"

#include <algorithm>

namespace interleave {

bool contains(const Scenario& scenario, Verb verb) {
  const auto any_has = [&](const auto& parts) {
    return std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return contains(part.steps, verb); });
  };
  return any_has(scenario.functions) || any_has(scenario.tasks);
}

std::unordered_set<std::string_view> called_by_steps(const Scenario& scenario) {
  std::unordered_set<std::string_view> called;
  for_each_step(scenario, [&](const Step& step) {
    if (const auto* const call = std::get_if<verb::Call>(&step.action)) called.insert(call->function);
  });
  return called;
}

}  // namespace interleave

#include "core/scenario/scenario.h"

#include <algorithm>

namespace interleave {

bool contains(const Scenario& scenario, Verb verb) {
  const auto any_has = [&](const auto& parts) {
    return std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return contains(part.steps, verb); });
  };
  return any_has(scenario.functions) || any_has(scenario.tasks);
}

std::vector<std::size_t> functions_called_from(const Scenario& scenario, const std::vector<Step>& steps) {
  std::vector<std::size_t> called;
  const auto add = [&](const std::vector<Step>& more) {
    for_each_step(more, [&](const Step& step) {
      const auto* const call = std::get_if<verb::Call>(&step.action);
      if (call == nullptr) return;
      const auto function = std::find_if(scenario.functions.begin(), scenario.functions.end(),
                                         [&](const Function& one) { return one.name == call->function; });
      const auto position = static_cast<std::size_t>(function - scenario.functions.begin());
      if (std::find(called.begin(), called.end(), position) == called.end()) called.push_back(position);
    });
  };
  add(steps);
  for (std::size_t at = 0; at < called.size(); ++at) add(scenario.functions[called[at]].steps);
  return called;
}

std::unordered_set<std::string_view> called_by_steps(const Scenario& scenario) {
  std::unordered_set<std::string_view> called;
  for_each_step(scenario, [&](const Step& step) {
    if (const auto* const call = std::get_if<verb::Call>(&step.action)) called.insert(call->function);
  });
  return called;
}

bool has_threads_beside_loop(const Scenario& scenario, Mode mode) {
  return is_event_loop(traits(mode)) &&
         std::any_of(scenario.tasks.begin(), scenario.tasks.end(), [](const Task& task) { return task.to_thread; });
}

}  // namespace interleave

#include "core/predict/task_numbers.h"

#include <concepts>
#include <optional>
#include <string>
#include <type_traits>

namespace interleave {
namespace {

bool is_placeholder_for(const Quantity& quantity, const std::string& parameter) {
  const auto* const placeholder = std::get_if<Placeholder>(&quantity);
  return placeholder != nullptr && placeholder->name == parameter;
}

// What that step takes the parameter for. What it passes on to a function is a count, which is a length too.
std::optional<NumberUse> use_in_step(const Step& step, const std::string& parameter) {
  std::optional<NumberUse> use;
  for_each_part(step, [&]<class Part>(const Part&, const auto& value) {
    if constexpr (std::same_as<Part, part::Seconds>) {
      if (is_placeholder_for(value, parameter)) use = NumberUse::seconds;
    }
    if constexpr (std::same_as<Part, part::Count>) {
      if (is_placeholder_for(value, parameter)) use = NumberUse::count;
    }
  });
  if (!use && step.verb() == Verb::call && takes(step, parameter)) use = NumberUse::count;
  return use;
}

std::optional<NumberUse> use_in(const std::vector<Step>& steps, const std::string& parameter) {
  std::optional<NumberUse> use;
  for_each_step(steps, [&](const Step& step) {
    const auto here = use_in_step(step, parameter);
    if (here && use != NumberUse::count) use = here;
  });
  return use;
}

bool is_zero(const Number& number) { return number.duration == Duration{0}; }

}  // namespace

void renumber_tasks(Scenario& scenario, const std::function<Number(NumberUse)>& next) {
  for (Task& task : scenario.tasks) {
    for_each_step(task.steps, [&](Step& step) {
      Quantity* const seconds = seconds_of(step);
      Number* const number = seconds == nullptr ? nullptr : std::get_if<Number>(seconds);
      if (number != nullptr && !is_zero(*number)) *number = next(NumberUse::seconds);
    });
    if (!task.function) continue;
    const Function& function = scenario.functions[*task.function];
    for (std::size_t i = 0; i < task.arguments.size(); ++i) {
      Number* const number = std::get_if<Number>(&task.arguments[i]);
      if (number == nullptr || is_zero(*number)) continue;
      if (const auto use = use_in(function.steps, function.parameters[i])) *number = next(*use);
    }
  }
}

}  // namespace interleave

#include "app/gui/model/edit/duration_edit.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/edit/field_reading.h"
#include "app/gui/model/edit/step_path.h"
#include "core/scenario/decimal.h"

namespace interleave::gui {

namespace {

const Step* step_with(StepId id, const std::vector<Step>& steps) {
  return find_step(steps, [&](const Step& step) { return step.id == id; });
}

bool is_repeated(const std::vector<Step>& steps, StepId id) {
  return find_step(steps, [&](const Step& step) {
           return step.verb() == Verb::repeat && step.id < id && id <= last_within(step);
         }) != nullptr;
}

}  // namespace

std::optional<DurationPlace> find_duration(const Scenario& scenario, std::size_t position, StepId id) {
  if (position >= scenario.tasks.size() || id == StepId::none) return std::nullopt;
  const Task& task = scenario.tasks[position];
  const std::vector<Step>& steps = steps_of(scenario, position);
  const Step* step = step_with(id, steps);
  const Quantity* seconds = step == nullptr ? nullptr : seconds_of(*step);
  if (seconds == nullptr) return std::nullopt;
  DurationPlace result;
  result.repeated = is_repeated(steps, id);
  if (const auto* number = std::get_if<Number>(seconds)) {
    result.number = *number;
    if (task.function) {
      result.kind = DurationPlace::Kind::shared_step;
      result.callers = callers_of(scenario, position);
    }
    return result;
  }
  if (!task.function) return std::nullopt;
  const auto& parameters = scenario.functions[*task.function].parameters;
  const std::string& name = std::get<Placeholder>(*seconds).name;
  const auto parameter = std::find(parameters.begin(), parameters.end(), name);
  if (parameter == parameters.end()) return std::nullopt;
  result.kind = DurationPlace::Kind::argument;
  result.argument = static_cast<std::size_t>(parameter - parameters.begin());
  result.number = std::get<Number>(task.arguments[result.argument]);
  return result;
}

StepId first_own_duration(const Task& task) {
  const Step* step = find_step(task.steps, [](const Step& any) { return seconds_of(any) != nullptr; });
  return step == nullptr ? StepId::none : step->id;
}

Edited set_duration(Scenario scenario, std::size_t position, StepId id, std::string_view text) {
  const auto where = find_duration(scenario, position, id);
  if (!where) return std::string("this length is not written as a number; change the steps in the file");
  if (where->kind == DurationPlace::Kind::argument) {
    return set_argument(std::move(scenario), position, where->argument, text);
  }
  const Task& task = scenario.tasks[position];
  const std::string value = typed_value(text);
  // What is no number is written as text, which the loader refuses with what it wants instead.
  const Quantity length = value.front() == '"' ? Quantity(Number{value, {}, {}}) : Quantity(read_number(value));
  std::string_view verb;
  for_each_step(steps_of(scenario, position), [&](Step& step) {
    if (step.id != id) return;
    *seconds_of(step) = length;
    verb = name(step.verb());
  });
  std::string act = fmt::format("change {}'s {}", task.name, verb);
  if (where->kind == DurationPlace::Kind::shared_step && where->callers > 1) {
    act = fmt::format("change the {} of {}, which {} tasks call", verb, scenario.functions[*task.function].name,
                      where->callers);
  }
  return Edit{std::move(scenario), std::move(act)};
}

double dragged_seconds(double seconds, double seconds_per_pixel) {
  constexpr double kPixels = 6;
  constexpr double kFinest = 1e-6;
  const double least = std::max(seconds_per_pixel * kPixels, kFinest);
  const double power = std::pow(10.0, std::floor(std::log10(least)));
  const double grain = least / power <= 2 ? 2 * power : least / power <= 5 ? 5 * power : 10 * power;
  return std::clamp(std::round(seconds / grain) * grain, 0.0, 86'400.0);
}

bool same_shape(const Scenario& one, const Scenario& other) {
  if (&one == &other) return true;
  const auto same_function = [](const Function& a, const Function& b) {
    return a.name == b.name && a.parameters == b.parameters && interleave::same_shape(a.steps, b.steps);
  };
  const auto same_task = [](const Task& a, const Task& b) {
    return a.name == b.name && a.function == b.function && interleave::same_shape(a.steps, b.steps);
  };
  return std::equal(one.functions.begin(), one.functions.end(), other.functions.begin(), other.functions.end(),
                    same_function) &&
         std::equal(one.tasks.begin(), one.tasks.end(), other.tasks.begin(), other.tasks.end(), same_task);
}

}  // namespace interleave::gui

#include "app/gui/model/picture/step_index.h"

#include <algorithm>
#include <string_view>

namespace interleave::gui {

namespace {

std::string_view bare_state(const Span& span) {
  switch (span.state) {
    case State::queued:
      return "queued";
    case State::ready:
      return span.cause == Cause::core ? "ready, no core" : "ready";
    case State::running:
      return "running";
    case State::waiting:
      return "waiting";
  }
  return "";
}

}  // namespace

StepIndex::StepIndex(const Scenario& scenario) : scenario_(&scenario), computes_(contains(scenario, Verb::compute)) {
  for_each_step(scenario, [this](const Step& step) {
    if (step.id == StepId::none) return;
    if (index(step.id) >= steps_.size()) steps_.resize(index(step.id) + 1, nullptr);
    steps_[index(step.id)] = &step;
  });
}

const Step* StepIndex::find(StepId id) const { return index(id) < steps_.size() ? steps_[index(id)] : nullptr; }

std::optional<std::string> StepIndex::amount(const Step& step, TaskId task_id) const {
  const Quantity* seconds = seconds_of(step);
  if (seconds == nullptr) return std::nullopt;
  if (const auto* number = std::get_if<Number>(seconds)) return number->text;
  const std::string& name = std::get<Placeholder>(*seconds).name;
  if (index(task_id) >= scenario_->tasks.size()) return std::nullopt;
  const Task& task = scenario_->tasks[index(task_id)];
  if (!task.function) return std::nullopt;
  const auto& parameters = scenario_->functions[*task.function].parameters;
  const auto found = std::find(parameters.begin(), parameters.end(), name);
  if (found == parameters.end()) return std::nullopt;
  const auto position = static_cast<std::size_t>(found - parameters.begin());
  if (position >= task.arguments.size()) return std::nullopt;
  const auto* number = std::get_if<Number>(&task.arguments[position]);
  if (number == nullptr) return std::nullopt;
  return number->text;
}

std::string StepIndex::label(const Span& span) const {
  const Step* step = find(span.step);
  if (step == nullptr || span.state == State::queued || span.state == State::ready) {
    return std::string(bare_state(span));
  }
  std::string text(name(step->verb()));
  if (const auto number = amount(*step, span.task)) text += " " + *number + " s";
  return text;
}

}  // namespace interleave::gui

#include "core/explore/touched_variables.h"

#include <algorithm>

namespace interleave {
namespace {

const Function& called_function(const Scenario& scenario, const verb::Call& call) {
  return *std::find_if(scenario.functions.begin(), scenario.functions.end(),
                       [&](const Function& one) { return one.name == call.function; });
}

}  // namespace

std::vector<Body> bodies_of(const Scenario& scenario) {
  const auto called = called_by_steps(scenario);
  std::vector<Body> bodies;
  for (std::size_t at = 0; at < scenario.functions.size(); ++at) {
    const Function& function = scenario.functions[at];
    Body body{.function = at, .is_called = called.contains(function.name), .steps = &function.steps};
    for (std::size_t task = 0; task < scenario.tasks.size(); ++task) {
      if (scenario.tasks[task].function == at) body.tasks.push_back(task);
    }
    if (body.is_called || !body.tasks.empty()) bodies.push_back(std::move(body));
  }
  for (std::size_t task = 0; task < scenario.tasks.size(); ++task) {
    if (!scenario.tasks[task].function) bodies.push_back({.tasks = {task}, .steps = &scenario.tasks[task].steps});
  }
  return bodies;
}

TouchedVariables::TouchedVariables(const Scenario& scenario) : scenario_(scenario), users_(scenario.shared.size()) {
  for (std::size_t at = 0; at < scenario.shared.size(); ++at) variables_.emplace(scenario.shared[at].name, at);
  std::size_t steps = 0;
  for_each_step(scenario, [&](const Step& step) { steps = std::max(steps, index(step.id) + 1); });
  touched_.resize(steps);
  for (task_ = 0; task_ < scenario.tasks.size(); ++task_) {
    const Task& task = scenario.tasks[task_];
    look_at(task.function ? scenario.functions[*task.function].steps : task.steps, PassedNames(scenario, task));
  }
  for (std::size_t at = 0; at < users_.size(); ++at) {
    if (users_[at].tasks.size() > 1 && users_[at].is_written) contended_.insert(at);
  }
}

bool TouchedVariables::is_contended(const Variables& variables) const {
  return std::any_of(variables.begin(), variables.end(), [this](std::size_t one) { return contended_.contains(one); });
}

TouchedVariables::Touched TouchedVariables::look_at(const std::vector<Step>& steps, const PassedNames& names) {
  Touched all;
  const auto add = [](Touched& to, const Touched& more) {
    to.within.insert(more.within.begin(), more.within.end());
    to.with_calls.insert(more.with_calls.begin(), more.with_calls.end());
  };
  for (const Step& step : steps) {
    Touched touched;
    if (const auto* const read = std::get_if<verb::Read>(&step.action)) touch(read->variable, false, names, touched);
    if (const auto* const write = std::get_if<verb::Write>(&step.action)) touch(write->variable, true, names, touched);
    if (const auto* const call = std::get_if<verb::Call>(&step.action)) {
      touched.with_calls = look_at(called_function(scenario_, *call).steps, names.by(*call)).with_calls;
    }
    for_each_body(step, [&](const std::vector<Step>& body) { add(touched, look_at(body, names)); });
    add(touched_[index(step.id)], touched);
    add(all, touched);
  }
  return all;
}

void TouchedVariables::touch(const SharedName& variable, bool writes, const PassedNames& names, Touched& touched) {
  const auto found = variables_.find(names.of(variable));
  if (found == variables_.end()) return;
  touched.within.insert(found->second);
  touched.with_calls.insert(found->second);
  users_[found->second].tasks.insert(task_);
  users_[found->second].is_written = users_[found->second].is_written || writes;
}

}  // namespace interleave

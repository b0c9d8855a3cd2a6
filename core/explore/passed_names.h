#pragma once

#include <map>
#include <string>
#include <variant>

#include "core/scenario/scenario.h"

namespace interleave {

// What the parameters of a function stand for while a task does its steps, as far as that is a text: names of what
// tasks share are texts.
class PassedNames {
 public:
  PassedNames() = default;
  // To the function that the task runs.
  PassedNames(const Scenario& scenario, const Task& task) {
    if (!task.function) return;
    const std::vector<std::string>& parameters = scenario.functions[*task.function].parameters;
    for (std::size_t at = 0; at < parameters.size(); ++at) {
      if (const auto* const text = std::get_if<std::string>(&task.arguments[at])) texts_[parameters[at]] = *text;
    }
  }
  // By a step, where these are those of who calls.
  PassedNames by(const verb::Call& call) const {
    PassedNames passed;
    for (const PassedArgument& argument : call.arguments) {
      if (const auto* const text = std::get_if<std::string>(&argument.value)) passed.texts_[argument.parameter] = *text;
      const auto* const placeholder = std::get_if<Placeholder>(&argument.value);
      const auto found = placeholder != nullptr ? texts_.find(placeholder->name) : texts_.end();
      if (found != texts_.end()) passed.texts_[argument.parameter] = found->second;
    }
    return passed;
  }

  // The name as it is.
  std::string of(const SharedName& name) const {
    if (const auto* const text = std::get_if<std::string>(&name)) return *text;
    const auto found = texts_.find(std::get<Placeholder>(name).name);
    return found == texts_.end() ? std::string() : found->second;
  }

 private:
  std::map<std::string, std::string> texts_;
};

}  // namespace interleave

#include "app/gui/model/edit/step_names.h"

#include <algorithm>
#include <span>

#include "core/scenario/shared_objects.h"

namespace interleave::gui {

namespace {

using Names = std::vector<std::string>;

void add_name(Names& names, const std::string& name) {
  if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

void add_given(const Step& step, Names& names) {
  for_each_part(step, [&]<class Part>(const Part&, const auto& value) {
    if constexpr (std::is_same_v<Part, part::Own>) add_name(names, value);
    if constexpr (std::is_same_v<Part, part::Owns>) {
      for (const std::string& name : value.names) add_name(names, name);
    }
  });
}

// What is known within the bodies of the step alone, or there already.
void add_for_body(const Step& step, NamesHere& names) {
  for_each_part(step, [&]<class Part>(const Part& part, const auto& value) {
    if constexpr (std::is_same_v<Part, part::Index>) add_name(names.indexes, value);
    if constexpr (std::is_same_v<Part, part::Own>) {
      if (part.is_for_body) add_name(names.given, value);
    }
  });
}

void for_each_shared(const std::vector<Step>& steps, SharedUse use, const auto& visit) {
  for_each_step(steps, [&](const Step& step) {
    for_each_part(step, [&]<class Part>(const Part& part, const auto& value) {
      if constexpr (std::is_same_v<Part, part::Shared>) {
        if (part.use == use) visit(value);
      }
    });
  });
}

// What a step takes it for, by itself.
bool is_named_in(const std::vector<Step>& steps, SharedUse use, const std::string& name) {
  bool found = false;
  for_each_shared(steps, use, [&](const SharedName& value) { found = found || value == SharedName(name); });
  return found;
}

std::vector<std::size_t> parameters_of(const Function& function, SharedUse use) {
  std::vector<std::size_t> positions;
  for_each_shared(function.steps, use, [&](const SharedName& value) {
    const auto* const placeholder = std::get_if<Placeholder>(&value);
    if (placeholder == nullptr) return;
    const auto found = std::find(function.parameters.begin(), function.parameters.end(), placeholder->name);
    if (found == function.parameters.end()) return;
    const auto position = static_cast<std::size_t>(found - function.parameters.begin());
    if (std::find(positions.begin(), positions.end(), position) == positions.end()) positions.push_back(position);
  });
  return positions;
}

}  // namespace

Names NamesHere::quantities() const {
  Names all = parameters;
  all.insert(all.end(), indexes.begin(), indexes.end());
  return all;
}

NamesHere names_at(const Scenario& scenario, std::size_t task, const StepPath& place) {
  NamesHere names;
  if (const auto function = scenario.tasks[task].function) names.parameters = scenario.functions[*function].parameters;
  const std::vector<Step>& steps = steps_of(scenario, task);
  for_each_step(steps, [&](const Step& step) { add_given(step, names.values); });
  StepPath list;
  for (std::size_t depth = 0; depth <= place.around.size(); ++depth) {
    const auto* const here = list_at(steps, list);
    if (here == nullptr) return names;
    const std::size_t end = depth < place.around.size() ? place.around[depth].step : place.position;
    for (const Step& before : std::span(*here).first(std::min(end, here->size()))) add_given(before, names.given);
    if (depth == place.around.size() || end >= here->size()) return names;
    add_for_body((*here)[end], names);
    list.around.push_back(place.around[depth]);
  }
  return names;
}

Names shared_names(const Scenario& scenario, SharedUse use) {
  Names names;
  const auto& declared = use == SharedUse::variable ? scenario.shared
                         : use == SharedUse::lock   ? scenario.semaphores
                                                    : scenario.queues;
  for (const Declaration& one : declared) add_name(names, one.name);
  if (use != SharedUse::lock) return names;
  const SharedObjects objects(scenario);
  for (const SharedObject& object : objects.all()) {
    if (object.kind == ObjectKind::lock) names.push_back(object.name);
  }
  return names;
}

bool is_named(const Scenario& scenario, SharedUse use, const std::string& name) {
  const auto is_in = [&](const auto& of) { return is_named_in(of.steps, use, name); };
  if (std::any_of(scenario.functions.begin(), scenario.functions.end(), is_in)) return true;
  bool is_passed = false;
  for_each_passed_name(scenario, use, [&](const std::string& passed) { is_passed = is_passed || passed == name; });
  if (is_passed) return true;
  const auto given = parameters_for(scenario, use);
  return std::any_of(scenario.tasks.begin(), scenario.tasks.end(), [&](const Task& task) {
    if (!task.function) return is_in(task);
    const auto& positions = given[*task.function];
    return std::any_of(positions.begin(), positions.end(),
                       [&](std::size_t position) { return task.arguments[position] == Argument(name); });
  });
}

void for_each_passed_name(const Scenario& scenario, SharedUse use,
                          const std::function<void(const std::string&)>& visit) {
  for_each_step(scenario, [&](const Step& step) {
    const auto* const call = std::get_if<verb::Call>(&step.action);
    if (call == nullptr) return;
    for (const Function& callee : scenario.functions) {
      if (callee.name != call->function) continue;
      for (const PassedArgument& passed : call->arguments) {
        const auto* const name = std::get_if<std::string>(&passed.value);
        if (name != nullptr && takes_name(callee, use, passed.parameter)) visit(*name);
      }
    }
  });
}

bool takes_name(const Function& function, SharedUse use, const std::string& parameter) {
  bool takes = false;
  for_each_shared(function.steps, use,
                  [&](const SharedName& value) { takes = takes || value == SharedName(Placeholder{parameter}); });
  return takes;
}

std::vector<std::vector<std::size_t>> parameters_for(const Scenario& scenario, SharedUse use) {
  std::vector<std::vector<std::size_t>> all;
  for (const Function& function : scenario.functions) all.push_back(parameters_of(function, use));
  return all;
}

}  // namespace interleave::gui

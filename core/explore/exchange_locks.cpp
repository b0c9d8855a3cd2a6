#include "core/explore/exchange_locks.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/overloaded.h"
#include "core/explore/passed_names.h"

namespace interleave {
namespace {

Step& step_of(std::vector<Step>& steps, StepId id) {
  Step* found = nullptr;
  for_each_step(steps, [&](Step& step) {
    if (step.id == id) found = &step;
  });
  return *found;
}

// What is acquired under another name beside a `lock` is released under that. Of two that are acquired both are
// released as before.
void rename_locks(std::vector<Step>& steps, const NestedLocks& nested, const SharedName& first,
                  const SharedName& second) {
  Step& outer = step_of(steps, nested.outer);
  Step& inner = step_of(steps, nested.inner);
  const SharedName acquired = *taken_lock(outer.verb() == Verb::acquire ? outer : inner);
  *taken_lock(outer) = first;
  *taken_lock(inner) = second;
  if (outer.verb() == inner.verb()) return;
  for_each_step(steps, [&](Step& step) {
    auto* const release = std::get_if<verb::Release>(&step.action);
    if (release != nullptr && release->lock == acquired) {
      release->lock = *taken_lock(outer.verb() == Verb::acquire ? outer : inner);
    }
  });
}

void exchange_names(std::vector<Step>& steps, const NestedLocks& nested) {
  const SharedName first = *taken_lock(step_of(steps, nested.inner));
  const SharedName second = *taken_lock(step_of(steps, nested.outer));
  rename_locks(steps, nested, first, second);
}

// Whether the function does nothing else with the parameter than to take and release locks of that name.
bool is_for_locks_alone(const Function& function, const std::string& parameter) {
  bool found = false;
  const auto look_at_text = [&](std::string_view text) {
    found = found || text.find("{" + parameter + "}") != std::string_view::npos;
  };
  const auto look_at = [&](const Expression& expression) {
    found = found || std::any_of(expression.nodes.begin(), expression.nodes.end(),
                                 [&](const Expression::Node& node) { return node.name == parameter; });
  };
  for_each_step(function.steps, [&](const Step& step) {
    found = found || takes(step, parameter);
    for_each_part(
        step, Overloaded{[&](const part::Text&, const std::string& text) { look_at_text(text); },
                         [&](const part::Made&, const Expression& value) { look_at(value); },
                         [&](const part::Condition&, const Expression& value) { look_at(value); },
                         [&](const part::Shared& part, const SharedName& name) {
                           found = found || (part.use != SharedUse::lock && name == SharedName(Placeholder{parameter}));
                         },
                         [](const auto&, const auto&) {}});
  });
  return !found;
}

std::optional<std::size_t> lock_parameter(const Function& function, const SharedName& lock) {
  const auto* const placeholder = std::get_if<Placeholder>(&lock);
  if (placeholder == nullptr || !is_for_locks_alone(function, placeholder->name)) return std::nullopt;
  const auto found = std::find(function.parameters.begin(), function.parameters.end(), placeholder->name);
  return static_cast<std::size_t>(found - function.parameters.begin());
}

void exchange_arguments(Task& task, std::size_t one, std::size_t other) {
  if (!task.templates.empty()) {
    task.templates.resize(task.arguments.size());
    std::swap(task.templates[one], task.templates[other]);
  }
  std::swap(task.arguments[one], task.arguments[other]);
}

// Names for two parameters of the function, which it has for nothing else.
std::array<std::string, 2> parameters_for_locks(const Function& function) {
  const auto is_taken = [&](const std::string& name) {
    bool found = std::find(function.parameters.begin(), function.parameters.end(), name) != function.parameters.end();
    const auto look_at = [&](const std::string& own) { found = found || own == name; };
    for_each_step(function.steps, [&](const Step& step) {
      for_each_part(step, Overloaded{[&](const part::Own&, const std::string& own) { look_at(own); },
                                     [&](const part::Index&, const std::string& index) { look_at(index); },
                                     [&](const part::Owns&, const OneOrMore& owns) {
                                       std::for_each(owns.names.begin(), owns.names.end(), look_at);
                                     },
                                     [](const auto&, const auto&) {}});
    });
    return found;
  };
  std::array<std::string, 2> names = {"first", "second"};
  while (is_taken(names[0]) || is_taken(names[1])) {
    for (std::string& name : names) name += " lock";
  }
  return names;
}

// The function is told by every task which lock comes first.
void tell_order(Scenario& scenario, std::size_t position, const NestedLocks& nested) {
  Function& function = scenario.functions[position];
  const SharedName& outer = *taken_lock(step_of(function.steps, nested.outer));
  const SharedName& inner = *taken_lock(step_of(function.steps, nested.inner));
  for (std::size_t at = 0; at < scenario.tasks.size(); ++at) {
    Task& task = scenario.tasks[at];
    if (task.function != position) continue;
    const PassedNames names(scenario, task);
    std::array<std::string, 2> locks = {names.of(outer), names.of(inner)};
    if (at == index(nested.task)) std::swap(locks[0], locks[1]);
    task.arguments.insert(task.arguments.end(), locks.begin(), locks.end());
  }
  const std::array<std::string, 2> parameters = parameters_for_locks(function);
  function.parameters.insert(function.parameters.end(), parameters.begin(), parameters.end());
  rename_locks(function.steps, nested, Placeholder{parameters[0]}, Placeholder{parameters[1]});
}

std::size_t tasks_that_run(const Scenario& scenario, std::size_t function) {
  return static_cast<std::size_t>(std::count_if(scenario.tasks.begin(), scenario.tasks.end(),
                                                [&](const Task& task) { return task.function == function; }));
}

// The function in which both steps are; none where they are a task's own.
std::optional<std::size_t> function_of(const Scenario& scenario, const NestedLocks& nested) {
  const auto found = std::find_if(scenario.functions.begin(), scenario.functions.end(), [&](const Function& function) {
    return contains(function.steps, StepRun{nested.outer, nested.outer});
  });
  if (found == scenario.functions.end()) return std::nullopt;
  return static_cast<std::size_t>(found - scenario.functions.begin());
}

}  // namespace

std::optional<LockedScenario> exchange_for_task(const Scenario& scenario, const NestedLocks& nested) {
  if (nested.first == nested.second || !nested.are_in_one_body || nested.is_called) return std::nullopt;
  LockedScenario locked{{.exchanged = {{nested.task, nested.outer, nested.inner, nested.second, nested.first}}},
                        scenario};
  Task& task = locked.scenario.tasks[index(nested.task)];
  if (!task.function) {
    exchange_names(task.steps, nested);
    return locked;
  }
  Function& function = locked.scenario.functions[*task.function];
  if (called_by_steps(scenario).contains(function.name)) return std::nullopt;
  const SharedName& outer = *taken_lock(step_of(function.steps, nested.outer));
  const SharedName& inner = *taken_lock(step_of(function.steps, nested.inner));
  const auto one = lock_parameter(function, outer);
  const auto other = lock_parameter(function, inner);
  const auto is_fixed = [](const SharedName& name) { return std::holds_alternative<std::string>(name); };
  if (tasks_that_run(scenario, *task.function) == 1) {
    exchange_names(function.steps, nested);
  } else if (one && other) {
    exchange_arguments(task, *one, *other);
  } else if (is_fixed(outer) && is_fixed(inner)) {
    return std::nullopt;
  } else {
    tell_order(locked.scenario, *task.function, nested);
  }
  return locked;
}

std::optional<LockedScenario> exchange_for_all(const Scenario& scenario, const NestedLocks& nested) {
  const auto position = function_of(scenario, nested);
  if (!position || nested.first == nested.second || !nested.are_in_one_body) return std::nullopt;
  LockedScenario locked{{}, scenario};
  Function& function = locked.scenario.functions[*position];
  if (tasks_that_run(scenario, *position) == 1 && !called_by_steps(scenario).contains(function.name)) {
    return std::nullopt;
  }
  locked.change.exchanged.push_back({std::nullopt, nested.outer, nested.inner,
                                     text_of(*taken_lock(step_of(function.steps, nested.inner))),
                                     text_of(*taken_lock(step_of(function.steps, nested.outer)))});
  exchange_names(function.steps, nested);
  return locked;
}

}  // namespace interleave

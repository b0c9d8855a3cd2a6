#include "app/gui/model/edit/function_edits.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/gui/model/edit/call_edits.h"
#include "app/gui/model/edit/field_reading.h"
#include "app/gui/model/edit/step_renames.h"
#include "core/base/utf8.h"

namespace interleave::gui {

namespace {

using Names = std::vector<std::string>;

std::optional<std::size_t> position_of(const Names& names, const std::string& name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - names.begin()));
}

// Where each of the new parameters comes from among the old ones: from that of its name, or else from the next one that
// is gone. What is left comes from nowhere.
std::vector<std::optional<std::size_t>> origins_of(const Names& before, const Names& after) {
  std::vector<std::optional<std::size_t>> origins;
  std::size_t gone = 0;
  const auto skip_kept = [&] {
    while (gone < before.size() && position_of(after, before[gone])) ++gone;
  };
  for (const std::string& name : after) {
    origins.push_back(position_of(before, name));
    skip_kept();
    if (!origins.back() && gone < before.size()) origins.back() = gone++;
  }
  return origins;
}

void take_arguments_over(Task& task, const std::vector<std::optional<std::size_t>>& origins) {
  const Task from = task;
  task.arguments.clear();
  task.templates.assign(origins.size(), "");
  for (std::size_t i = 0; i < origins.size(); ++i) {
    if (!origins[i]) {
      task.arguments.emplace_back(task.name);
      task.templates[i] = "{task}";
      continue;
    }
    task.arguments.push_back(from.arguments[*origins[i]]);
    if (*origins[i] < from.templates.size()) task.templates[i] = from.templates[*origins[i]];
  }
}

}  // namespace

Edited split_function(Scenario scenario, std::size_t task) {
  Task& of = scenario.tasks[task];
  if (!of.function) return fmt::format("{} has steps of its own already", of.name);
  Function copy = scenario.functions[*of.function];
  std::size_t next = 2;
  const auto is_taken = [&](const std::string& name) {
    return std::any_of(scenario.functions.begin(), scenario.functions.end(),
                       [&](const Function& function) { return function.name == name; });
  };
  const std::string name = copy.name;
  do {
    copy.name = fmt::format("{}_{}", name, next++);
  } while (is_taken(copy.name));
  of.function = scenario.functions.size();
  scenario.functions.push_back(std::move(copy));
  std::string act = fmt::format("give {} a function of its own", of.name);
  return Edit{std::move(scenario), std::move(act)};
}

Edited rename_function(Scenario scenario, std::size_t task, std::string_view name) {
  const auto position = scenario.tasks[task].function;
  if (!position) return fmt::format("{} calls no function", scenario.tasks[task].name);
  Function& function = scenario.functions[*position];
  std::string act = fmt::format("rename {}", function.name);
  const std::string after(trimmed(name));
  for_each_call(scenario, function.name, [&](verb::Call& call) { call.function = after; });
  function.name = after;
  return Edit{std::move(scenario), std::move(act)};
}

Edited set_parameters(Scenario scenario, std::size_t task, std::string_view text) {
  const auto position = scenario.tasks[task].function;
  if (!position) return fmt::format("{} calls no function", scenario.tasks[task].name);
  Function& function = scenario.functions[*position];
  auto after = read_typed_list(text);
  if (!after) return fmt::format("{} has a quote that is not closed", in_quotes(text));
  const NamesShared shared = names_shared(scenario);
  const Names before = std::exchange(function.parameters, std::move(*after));
  const auto origins = origins_of(before, function.parameters);
  for (std::size_t i = 0; i < origins.size(); ++i) {
    const bool renamed = origins[i] && before[*origins[i]] != function.parameters[i];
    if (renamed) rename_uses(function.steps, before[*origins[i]], function.parameters[i]);
  }
  for (Task& any : scenario.tasks) {
    if (any.function == position) take_arguments_over(any, origins);
  }
  for_each_call(scenario, function.name, [&](verb::Call& call) {
    for (std::size_t i = 0; i < origins.size(); ++i) {
      if (!origins[i]) continue;
      for (PassedArgument& passed : call.arguments) {
        if (passed.parameter == before[*origins[i]]) passed.parameter = function.parameters[i];
      }
    }
    call.arguments = fitting_arguments(scenario, shared, function.name, call.arguments);
  });
  std::string act = fmt::format("change what {} takes", function.name);
  return Edit{std::move(scenario), std::move(act)};
}

}  // namespace interleave::gui

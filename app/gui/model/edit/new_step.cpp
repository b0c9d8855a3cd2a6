#include "app/gui/model/edit/new_step.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>

#include "app/gui/model/edit/call_edits.h"
#include "core/scenario/decimal.h"
#include "core/scenario/step_words.h"

namespace interleave::gui {

namespace {

constexpr std::array<std::string_view, 12> kLetters = {"x", "y", "z", "a", "b", "c", "d", "e", "f", "g", "h", "k"};

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// A name that no value, index or parameter has.
std::string fresh_value(const NamesHere& names) {
  const auto is_free = [&](std::string_view name) {
    return !has(names.values, name) && !has(names.indexes, name) && !has(names.parameters, name);
  };
  for (const std::string_view letter : kLetters) {
    if (is_free(letter)) return std::string(letter);
  }
  std::size_t number = 1;
  while (!is_free(fmt::format("x{}", number))) ++number;
  return fmt::format("x{}", number);
}

Expression expression(std::string_view text) {
  auto parsed = parse_condition(text);
  return parsed ? std::move(parsed).value() : whole_number(0);
}

std::string first_of(const std::vector<std::string>& names, std::string_view otherwise) {
  return names.empty() ? std::string(otherwise) : names.front();
}

// What stands at a part of a new step. What may be left out, is.
void fill(const part::Text&, std::string& value, const Surroundings&) { value = "{task}"; }
void fill(const part::Seconds&, Quantity& value, const Surroundings&) { value = read_number("1"); }
void fill(const part::Count&, Quantity& value, const Surroundings&) { value = read_number("2"); }
void fill(const part::Own&, std::string& value, const Surroundings& around) { value = fresh_value(around.names); }
void fill(const part::OtherTask&, std::string& value, const Surroundings& around) { value = around.other_task; }
void fill(const part::OtherTasks& part, OneOrMore& value, const Surroundings& around) {
  value = {{around.other_task}, part.is_always_list};
}
void fill(const part::Callee&, std::string& value, const Surroundings& around) { value = around.function; }
void fill(const part::Arguments&, std::vector<PassedArgument>& value, const Surroundings& around) {
  value = around.arguments;
}
void fill(const part::Made&, Expression& value, const Surroundings& around) {
  value = around.names.given.empty() ? whole_number(0) : expression(around.names.given.back());
}
// False as long as nobody says better: a loop would go on for ever.
void fill(const part::Condition&, Expression& value, const Surroundings&) { value = expression("1 > 2"); }
void fill(const part::Shared& part, SharedName& value, const Surroundings& around) {
  switch (part.use) {
    case SharedUse::variable:
      value = first_of(around.variables, "counter");
      return;
    case SharedUse::lock:
      value = first_of(around.locks, "lock");
      return;
    case SharedUse::queue:
      value = first_of(around.queues, "queue");
      return;
  }
}
void fill(const auto&, auto&, const Surroundings&) {}

// The first body that may be missing is there: `try` needs one.
void open_first_optional_body(Step& step) {
  bool opened = false;
  for_each_part(step, [&]<class Part>(const Part&, auto& value) {
    if constexpr (std::is_same_v<Part, part::OptionalBody>) {
      if (!opened) value.emplace();
      opened = true;
    }
  });
}

bool needs_other_task(Verb verb) {
  bool needs = false;
  const Step step{StepId::none, {}, empty_action(name(verb))};
  for_each_part(step, [&]<class Part>(const Part&, const auto&) {
    needs = needs || std::is_same_v<Part, part::OtherTask> || std::is_same_v<Part, part::OtherTasks>;
  });
  return needs;
}

// Whether that one can be meant: not the task itself, and better none that would do the same step too.
bool is_other(const Scenario& scenario, std::size_t task, const Task& candidate) {
  const Task& self = scenario.tasks[task];
  return &candidate != &self && !(self.function && candidate.function == self.function);
}

std::string add_empty_task(Scenario& scenario, bool manual) {
  Task task;
  std::size_t number = scenario.tasks.size() + 1;
  do {
    task.name = fmt::format("task {}", number++);
  } while (std::any_of(scenario.tasks.begin(), scenario.tasks.end(),
                       [&](const Task& any) { return any.name == task.name; }));
  task.manual = manual;
  scenario.tasks.push_back(task);
  return task.name;
}

std::string choose_other_task(Scenario& scenario, std::size_t task, Verb verb) {
  auto& tasks = scenario.tasks;
  const bool starts = verb == Verb::start;
  const auto find = [&](const auto& test) { return std::find_if(tasks.begin(), tasks.end(), test); };
  auto found = tasks.end();
  if (starts) found = find([&](const Task& any) { return any.manual && is_other(scenario, task, any); });
  if (found == tasks.end()) found = find([&](const Task& any) { return is_other(scenario, task, any); });
  if (found == tasks.end() && !starts) found = find([&](const Task& any) { return &any != &tasks[task]; });
  if (found == tasks.end()) return add_empty_task(scenario, starts);
  return found->name;
}

// What stands there in the one is kept in the other, where both have such a part; best one of the same key.
void keep_parts(const Step& from, Step& to) {
  for_each_part(to, [&]<class Part>(const Part& part, auto& value) {
    const typename Part::Value* best = nullptr;
    for_each_part(from, [&]<class Old>(const Old& old, const auto& old_value) {
      if constexpr (std::is_same_v<Part, Old> && !std::is_same_v<Part, part::Body> &&
                    !std::is_same_v<Part, part::OptionalBody>) {
        if constexpr (std::is_same_v<Part, part::Shared>) {
          if (part.use != old.use) return;
        }
        if (best == nullptr || old.key == part.key) best = &old_value;
      }
    });
    if (best != nullptr) value = *best;
    if constexpr (std::is_same_v<Part, part::OtherTasks>) value.is_list = value.is_list || part.is_always_list;
  });
}

std::vector<std::vector<Step>> take_bodies(Step& step) {
  std::vector<std::vector<Step>> bodies;
  for_each_body(step, [&](std::vector<Step>& body) { bodies.push_back(std::move(body)); });
  return bodies;
}

}  // namespace

Surroundings surroundings(Scenario& scenario, std::size_t task, const StepPath& place, Verb verb) {
  Surroundings around{names_at(scenario, task, place),
                      shared_names(scenario, SharedUse::variable),
                      shared_names(scenario, SharedUse::lock),
                      shared_names(scenario, SharedUse::queue),
                      "",
                      "",
                      {}};
  if (verb == Verb::call) {
    around.function = function_to_call(scenario, task);
    around.arguments = fitting_arguments(scenario, names_shared(scenario), around.function, {});
  }
  if (needs_other_task(verb)) around.other_task = choose_other_task(scenario, task, verb);
  return around;
}

Step new_step(Verb verb, const Surroundings& around) {
  Step step{StepId::none, {}, empty_action(name(verb))};
  for_each_part(step, [&](const auto& part, auto& value) { fill(part, value, around); });
  open_first_optional_body(step);
  return step;
}

Converted with_verb(Step step, Verb verb, const Surroundings& around) {
  Converted converted{new_step(verb, around), {}};
  keep_parts(step, converted.step);
  if (auto* const call = std::get_if<verb::Call>(&converted.step.action)) {
    call->into.is_list = false;  // it takes one
    call->into.names.resize(std::min<std::size_t>(call->into.names.size(), 1));
  }
  std::vector<std::vector<Step>> bodies = take_bodies(step);
  auto next = bodies.begin();
  for_each_part(converted.step, [&]<class Part>(const Part&, auto& value) {
    if constexpr (std::is_same_v<Part, part::Body> || std::is_same_v<Part, part::OptionalBody>) {
      if (next != bodies.end()) value = std::move(*next++);
    }
  });
  for (; next != bodies.end(); ++next) std::move(next->begin(), next->end(), std::back_inserter(converted.left_over));
  return converted;
}

}  // namespace interleave::gui

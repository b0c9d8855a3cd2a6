#include "core/execution/program.h"

#include <algorithm>
#include <concepts>
#include <functional>
#include <utility>

#include "core/execution/compiler.h"

namespace interleave {
namespace {

bool is_about_others(const Step& step) {
  bool found = false;
  for_each_part(step, [&]<class Part>(const Part&, const auto&) {
    found = found || std::same_as<Part, part::Shared> || std::same_as<Part, part::OtherTask> ||
            std::same_as<Part, part::OtherTasks>;
  });
  return found;
}

}  // namespace

Program::Program(const Scenario& scenario)
    : scenario_(&scenario), objects_(scenario), passed_on_(std::make_unique<PassedOn>()), own_(scenario.tasks.size()) {
  has_dealings_ =
      scenario.main != MainPolicy{} || std::any_of(scenario.tasks.begin(), scenario.tasks.end(),
                                                   [](const Task& task) { return task.timeout || task.to_thread; });
  for_each_step(scenario, [this](const Step& step) { has_dealings_ = has_dealings_ || is_about_others(step); });
  TaskNames tasks;
  for (std::size_t i = 0; i < scenario.tasks.size(); ++i) tasks.emplace(scenario.tasks[i].name, task_id(i));
  FunctionNames functions;
  for (const Function& function : scenario.functions) functions.emplace(function.name, &function);
  const std::function number_of_passed = [this](const Argument& argument, ArgumentUse use) {
    const auto* const text = std::get_if<std::string>(&argument);
    if (text != nullptr && use == ArgumentUse::value) keep_text(*text);
    return number_of(argument, use);
  };
  const auto compiled = [&](const std::vector<std::string>& parameters, const std::vector<Step>& steps) {
    Code code = compile(steps, {parameters, objects_, tasks, functions, number_of_passed});
    code.passed_on = &passed_on_->texts;
    return code;
  };
  for (const Function& function : scenario.functions)
    functions_.push_back(compiled(function.parameters, function.steps));
  for (std::size_t i = 0; i < scenario.tasks.size(); ++i) {
    const Task& task = scenario.tasks[i];
    if (task.function) {
      keep_texts(functions_[*task.function], task);
    } else {
      own_[i] = std::make_unique<Code>(compiled({}, task.steps));
    }
  }
}

const Code& Program::code(TaskId task) const {
  const auto function = scenario_->tasks[index(task)].function;
  return function ? functions_[*function] : *own_[index(task)];
}

TaskState Program::start(TaskId id) const {
  const Code& its = code(id);
  TaskState state{.values = Values(its.layout.size())};
  if (its.reads_shared || its.clean_ups > 0) {
    TaskPast past{.clean_ups = std::vector<Unwinding>(its.clean_ups)};
    if (its.reads_shared) past.origins.resize(its.layout.owns + its.decisions);
    state.past = Apart(std::move(past));
  }
  for (std::size_t i = 0; i < its.arguments.size(); ++i) {
    const UsedArgument& used = its.arguments[i];
    state.values[its.layout.argument_at(i)] = number_of(scenario_->tasks[index(id)].arguments[used.position], used.use);
  }
  return state;
}

// The loader has seen to it that the argument is of such a kind.
std::int64_t Program::number_of(const Argument& argument, ArgumentUse use) const {
  const auto id_of = [&](SharedUse object) {
    return static_cast<std::int64_t>(index(objects_.find(object, std::get<std::string>(argument))));
  };
  switch (use) {
    case ArgumentUse::duration:
      return std::get<Number>(argument).duration.value_or(Duration::zero()).count();
    case ArgumentUse::integer:
      return std::get<Number>(argument).integer.value_or(0);
    case ArgumentUse::variable:
      return id_of(SharedUse::variable);
    case ArgumentUse::lock:
      return id_of(SharedUse::lock);
    case ArgumentUse::value:
      if (const auto* const text = std::get_if<std::string>(&argument)) return passed_on_->numbers.at(*text);
      return std::get<Number>(argument).integer.value_or(0);
    case ArgumentUse::kind:
      return std::holds_alternative<std::string>(argument) ? 1 : 0;
    case ArgumentUse::queue:
      break;
  }
  return id_of(SharedUse::queue);
}

std::string Program::text_of(Value value) const {
  switch (value.kind) {
    case Value::Kind::number:
      return std::to_string(value.number);
    case Value::Kind::text:
      return passed_on_->texts[static_cast<std::size_t>(value.number)];
    case Value::Kind::none:
      break;
  }
  return "None";
}

void Program::keep_texts(const Code& code, const Task& task) {
  for (const UsedArgument& used : code.arguments) {
    if (used.use != ArgumentUse::value) continue;
    const auto* const text = std::get_if<std::string>(&task.arguments[used.position]);
    if (text == nullptr) continue;
    keep_text(*text);
  }
}

void Program::keep_text(const std::string& text) {
  if (passed_on_->numbers.emplace(text, passed_on_->texts.size()).second) passed_on_->texts.push_back(text);
}

}  // namespace interleave

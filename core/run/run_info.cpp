#include "core/run/run_info.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>

#include "core/scenario/shared_objects.h"

namespace interleave {
namespace {

std::string text_of(const Argument& argument) {
  const auto* const number = std::get_if<Number>(&argument);
  return number != nullptr ? number->text : std::get<std::string>(argument);
}

class ProgramReader {
 public:
  RunInfo read(const Scenario& scenario) {
    info_.scenario = scenario.title;
    info_.cores = scenario.machine.cores;
    info_.computes = contains(scenario, Verb::compute);
    info_.objects = SharedObjects(scenario).all();
    info_.tasks.reserve(scenario.tasks.size());
    for (std::size_t i = 0; i < scenario.tasks.size(); ++i) tasks_.emplace(scenario.tasks[i].name, task_id(i));
    const auto called = called_by_steps(scenario);
    for (const Function& function : scenario.functions) {
      // Where a step calls it, its arguments are none of the task's.
      const bool is_for_tasks = !called.contains(function.name);
      add(function.steps, is_for_tasks ? function.parameters : std::vector<std::string>());
    }
    for (const Task& task : scenario.tasks) {
      add(task.steps, {});
      add(task);
    }
    return std::move(info_);
  }

 private:
  void add(const Task& task) {
    TaskInfo& info = info_.tasks.emplace_back();
    info.name = task.name;
    info.planned = Time{} + task.after;
    info.arguments.reserve(task.arguments.size());
    for (const Argument& argument : task.arguments) info.arguments.push_back(text_of(argument));
  }

  void add(const std::vector<Step>& steps, const std::vector<std::string>& parameters) {
    for_each_step(steps, [&](const Step& step) {
      if (index(step.id) >= info_.steps.size()) info_.steps.resize(index(step.id) + 1);
      info_.steps[index(step.id)] = info_of(step, parameters);
    });
  }

  StepInfo info_of(const Step& step, const std::vector<std::string>& parameters) const {
    StepInfo info;
    info.word = name(step.verb());
    info.line = static_cast<std::uint64_t>(step.position.line);
    if (const auto* const await = std::get_if<verb::Await>(&step.action)) info.awaits = ids_of(await->tasks);
    if (const auto* const each = std::get_if<verb::AsCompleted>(&step.action)) info.awaits = ids_of(each->tasks);
    const Quantity* const seconds = seconds_of(step);
    if (seconds == nullptr) return info;
    if (const auto* const number = std::get_if<Number>(seconds)) {
      info.amount = number->text;
      return info;
    }
    const auto found = std::find(parameters.begin(), parameters.end(), std::get<Placeholder>(*seconds).name);
    if (found != parameters.end()) info.argument = static_cast<std::size_t>(found - parameters.begin());
    return info;
  }

  std::vector<TaskId> ids_of(const OneOrMore& tasks) const {
    std::vector<TaskId> ids;
    ids.reserve(tasks.names.size());
    for (const std::string& name : tasks.names) ids.push_back(tasks_.at(name));
    return ids;
  }

  RunInfo info_;
  std::unordered_map<std::string_view, TaskId> tasks_;
};

}  // namespace

RunInfo program_info(const Scenario& scenario) { return ProgramReader().read(scenario); }

RunInfo run_info(RunInfo program, const RunSettings& settings, ClockKind clock) {
  RunInfo info = std::move(program);
  info.mode = settings.mode;
  info.max_workers = settings.max_workers;
  info.language = settings.language;
  info.gil = has_gil(settings);
  info.clock = clock;
  info.seed = settings.seed;
  if (!traits(settings.mode).shares_memory) {
    for (SharedObject& object : info.objects) object.process = 1;
  }
  return info;
}

}  // namespace interleave

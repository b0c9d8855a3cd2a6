#include "core/scenario/task_reader.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "core/base/utf8.h"
#include "core/scenario/argument_reader.h"
#include "core/scenario/values.h"
#include "core/scenario/wording.h"

namespace interleave {
namespace {

constexpr std::array<std::string_view, 8> kKeysOfTask = {"name",  "call",    "arguments", "steps",
                                                         "after", "timeout", "manual",    "to_thread"};
constexpr std::array kTaskSynonyms = {Synonym{"args", "arguments"}, Synonym{"function", "call"}, Synonym{"run", "call"},
                                      Synonym{"delay", "after"},    Synonym{"at", "after"},      Synonym{"id", "name"},
                                      Synonym{"title", "name"}};
constexpr KnownKeys kTaskKeys = {"a task", kKeysOfTask,
                                 R"("name", "call", "arguments", "steps", "after", "timeout", "manual", "to_thread")",
                                 kTaskSynonyms, kLaterWords};

}  // namespace

std::vector<Task> TaskReader::read(const Field& tasks) {
  std::vector<Task> list;
  if (!check_list(tasks, "tasks", problems_)) return list;
  if (tasks.value.empty()) {
    problems_.add(tasks.value.offset(), R"(a scenario has at least one task: {{"name": "...", "steps": [...]}})");
  }
  for (const JsonValue value : tasks.value) {
    if (list.size() == kMostTasks) {
      problems_.add(value.offset(), "a scenario has at most 100 000 tasks; leave out this one and those after it");
      break;
    }
    offsets_.push_back(value.offset());
    read_task(value, list.emplace_back());
  }
  return list;
}

void TaskReader::read_task(JsonValue value, Task& task) {
  task.position = source_.position(value.offset());
  const Fields fields(value, kTaskKeys, problems_);
  if (!fields.is_object()) return;
  read_task_name(fields, value, task);
  if (const Field* after = fields.find("after")) {
    task.after = read_duration(*after, Duration::zero(), kLongestDuration, problems_).value_or(Duration::zero());
  }
  if (const Field* manual = fields.find("manual")) task.manual = read_boolean(*manual, problems_).value_or(false);
  if (const Field* after = fields.find("after"); after != nullptr && task.manual) {
    problems_.add(after->key.offset(),
                  R"("after" and "manual" contradict each other: a manual task waits for "start")");
  }
  if (const Field* timeout = fields.find("timeout")) {
    task.timeout = read_duration(*timeout, Duration::zero(), kLongestDuration, problems_);
  }
  if (const Field* thread = fields.find("to_thread")) {
    task.to_thread = read_boolean(*thread, problems_).value_or(false);
  }
  read_work(fields, value, task);
}

void TaskReader::read_task_name(const Fields& fields, JsonValue value, Task& task) {
  const Field* field = fields.find("name");
  if (field == nullptr) {
    problems_.add(value.offset(), R"(a task needs a "name")");
    return;
  }
  const auto name = read_name(field->value, "a task's name", problems_);
  if (!name) return;
  task.name = *name;
  if (!names_.insert(*name).second) {
    problems_.add(field->value.offset(), "a task of the name {} exists already; give this one another name",
                  in_quotes(*name));
  }
}

void TaskReader::read_work(const Fields& fields, JsonValue value, Task& task) {
  const Field* call = fields.find("call");
  const Field* arguments = fields.find("arguments");
  const Field* own = fields.find("steps");
  if (call == nullptr && own == nullptr) {
    problems_.add(value.offset(), R"(a task needs either "call", the name of a function, or "steps" of its own)");
  }
  if (call != nullptr && own != nullptr) {
    problems_.add(std::max(call->key.offset(), own->key.offset()),
                  R"(a task has either "call" or "steps", and this one has both; leave one of them away)");
  }
  if (own != nullptr) {
    Signature none;
    task.steps = steps_.read(*own, none);
  }
  if (call != nullptr) {
    read_call(*call, arguments, task);
  } else if (arguments != nullptr) {
    problems_.add(arguments->key.offset(), R"("arguments" go with "call"; leave them away here)");
  }
}

void TaskReader::read_call(const Field& call, const Field* arguments, Task& task) {
  const std::size_t offset = call.value.offset();
  const bool is_name = call.value.is(JsonKind::string);
  if (!is_name) {
    problems_.add(offset, "\"call\" is the name of a function, and not {}", describe(call.value));
  } else if (task.function = functions_.find(call.value.text()); !task.function && problems_.wants(offset)) {
    problems_.add(offset, "unknown function {}{}", in_quotes(call.value.text()), functions_.hint(call.value.text()));
  }
  const Signature* signature = task.function ? &functions_.signature(*task.function) : nullptr;
  ArgumentReader reader(signature, task.name, declarations_, problems_);
  task.arguments = reader.read(call, arguments);
  task.templates = reader.templates();
}

void TaskReader::check_uses(const std::vector<Task>& tasks, const std::vector<TaskUse>& uses) {
  std::unordered_map<std::string_view, const Task*> by_name;
  for (const Task& task : tasks) by_name.emplace(task.name, &task);
  for (const TaskUse& use : uses) {
    if (!problems_.wants(use.offset)) continue;
    const auto found = by_name.find(use.name);
    if (found == by_name.end()) {
      std::vector<std::string_view> names;
      for (const Task& task : tasks) names.push_back(task.name);
      problems_.add(use.offset, "there is no task {}{}", in_quotes(use.name), suggestion(use.name, names));
    } else if (use.verb == name(Verb::start) && !found->second->manual) {
      problems_.add(use.offset, "{} is submitted anyway; give it \"manual\": true, so that \"start\" does that",
                    in_quotes(use.name));
    }
  }
}

// Two kinds of tasks in an event loop's program, and so two kinds of functions; those that they call are of their kind.
void TaskReader::check_threads(const Scenario& scenario) {
  std::vector<const Task*> first_caller(scenario.functions.size());
  for (std::size_t at = 0; at < scenario.tasks.size(); ++at) {
    const Task& task = scenario.tasks[at];
    if (task.to_thread && !task.function) check_on_thread(task, task.steps);
    const bool is_known = task.function && first_caller[*task.function] != nullptr &&
                          first_caller[*task.function]->to_thread == task.to_thread;
    if (is_known) continue;
    const std::vector<Step>& steps = task.function ? scenario.functions[*task.function].steps : task.steps;
    std::vector<std::size_t> reached = functions_called_from(scenario, steps);
    if (task.function) reached.push_back(*task.function);
    for (const std::size_t function : reached)
      check_kind(scenario.functions[function], task, at, first_caller[function]);
  }
}

void TaskReader::check_kind(const Function& function, const Task& task, std::size_t at, const Task*& first) {
  if (first == nullptr) {
    first = &task;
    if (task.to_thread) check_on_thread(task, function.steps);
  } else if (first->to_thread != task.to_thread) {
    problems_.add(offsets_[at],
                  "{} calls {} {} and {} {}: Python has coroutines for the one and plain functions for the other; "
                  "give one of them a function of its own",
                  in_quotes(task.name), in_quotes(function.name), task.to_thread ? "on a thread" : "on the loop",
                  in_quotes(first->name), first->to_thread ? "on a thread" : "on the loop");
  }
}

void TaskReader::check_on_thread(const Task& task, const std::vector<Step>& steps) {
  constexpr std::array kOfTheLoop = {Verb::lock,  Verb::acquire, Verb::release,      Verb::put,   Verb::get,
                                     Verb::start, Verb::await,   Verb::as_completed, Verb::cancel};
  for_each_step(steps, [&](const Step& step) {
    if (std::find(kOfTheLoop.begin(), kOfTheLoop.end(), step.verb()) == kOfTheLoop.end()) return;
    problems_.add(steps_.offset(step.id),
                  "\"{}\" is for tasks of the loop, and {} runs on a thread beside it (\"to_thread\"), which must not "
                  "touch what asyncio has; leave the step or \"to_thread\" away",
                  name(step.verb()), in_quotes(task.name));
  });
}

}  // namespace interleave

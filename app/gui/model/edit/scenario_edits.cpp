#include "app/gui/model/edit/scenario_edits.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "app/gui/model/edit/field_reading.h"
#include "app/gui/model/edit/step_renames.h"
#include "core/base/json_text.h"
#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/scenario/decimal.h"
#include "core/scenario/text_template.h"
#include "core/scenario/writer.h"

namespace interleave::gui {

namespace {

Result<Scenario, std::string> read_field(std::string_view key, std::string_view text) {
  return read_fields(fmt::format(R"("{}": {}, )", key, typed_value(text)), "");
}

Result<Scenario, std::string> read_machine_field(std::string_view key, std::string_view text) {
  return read_fields(fmt::format(R"("machine": {{"{}": {}}}, )", key, typed_value(text)), "");
}

bool is_taken(const Scenario& scenario, std::string_view name) {
  return std::any_of(scenario.tasks.begin(), scenario.tasks.end(), [&](const Task& task) { return task.name == name; });
}

// "coffee 2", or the next number that is free.
std::string numbered(const Scenario& scenario, std::string_view name, std::size_t number) {
  std::string candidate;
  do {
    candidate = fmt::format("{} {}", name, number++);
  } while (is_taken(scenario, candidate));
  return candidate;
}

std::string_view without_number(std::string_view name) {
  const std::size_t last = name.find_last_not_of("0123456789");
  const bool is_numbered = last != std::string_view::npos && last > 0 && last + 1 < name.size() && name[last] == ' ';
  return is_numbered ? name.substr(0, last) : name;
}

// The argument is the task's name, whatever that becomes.
void call_by_name(Task& task, std::size_t position) {
  task.arguments[position] = task.name;
  task.templates.resize(task.arguments.size());
  task.templates[position] = "{task}";
}

bool takes_number(const std::vector<Step>& steps, const std::string& parameter) {
  return find_step(steps, [&](const Step& step) { return takes(step, parameter); }) != nullptr;
}

std::string quoted_names(const std::vector<Function>& functions) {
  std::string names;
  for (const Function& function : functions) names += (names.empty() ? "" : ", ") + function.name;
  return names.empty() ? "there is none yet" : "there is " + names;
}

std::string unknown_function(const Scenario& scenario, std::string_view name) {
  std::vector<std::string> names;
  for (const Function& function : scenario.functions) names.push_back(function.name);
  const auto meant = nearest_name(name, names);
  return fmt::format("unknown function {}; {}", in_quotes(name),
                     meant ? fmt::format("did you mean {}?", in_quotes(*meant)) : quoted_names(scenario.functions));
}

// Another function's arguments as far as their names are the same.
void keep_arguments(Task& task, const Task& from, const Function* before, const Function& function) {
  task.arguments.clear();
  task.templates.clear();
  for (std::size_t i = 0; i < function.parameters.size(); ++i) {
    const std::string& parameter = function.parameters[i];
    task.arguments.emplace_back();
    const bool number = takes_number(function.steps, parameter);
    const auto known = before == nullptr ? std::vector<std::string>{} : before->parameters;
    const auto found = std::find(known.begin(), known.end(), parameter);
    const auto old = static_cast<std::size_t>(found - known.begin());
    const bool kept = found != known.end() && (!number || std::holds_alternative<Number>(from.arguments[old]));
    if (kept) {
      task.arguments[i] = from.arguments[old];
      if (old < from.templates.size() && !from.templates[old].empty()) {
        task.templates.resize(function.parameters.size());
        task.templates[i] = from.templates[old];
      }
    } else if (number) {
      task.arguments[i] = read_number("1");
    } else {
      call_by_name(task, i);
    }
  }
}

}  // namespace

Edited rename_task(Scenario scenario, std::size_t task, std::string_view name) {
  std::string& now = scenario.tasks[task].name;
  std::string act = fmt::format("rename {}", now);
  const std::string before = std::exchange(now, std::string(trimmed(name)));
  rename_task_in_steps(scenario, before, now);
  return Edit{std::move(scenario), std::move(act)};
}

Edited set_function(Scenario scenario, std::size_t position, std::string_view name) {
  name = trimmed(name);
  const auto& functions = scenario.functions;
  const auto found =
      std::find_if(functions.begin(), functions.end(), [&](const Function& f) { return f.name == name; });
  if (found == functions.end()) return unknown_function(scenario, name);
  Task& task = scenario.tasks[position];
  const Task from = task;
  const Function* const before = from.function ? &functions[*from.function] : nullptr;
  task.function = static_cast<std::size_t>(found - functions.begin());
  task.steps.clear();
  keep_arguments(task, from, before, *found);
  std::string act = fmt::format("change what {} runs", task.name);
  return Edit{std::move(scenario), std::move(act)};
}

Edited set_argument(Scenario scenario, std::size_t position, std::size_t argument, std::string_view text) {
  Task& task = scenario.tasks[position];
  const std::string& parameter = scenario.functions[*task.function].parameters[argument];
  const std::string value = typed_value(text);
  task.templates.resize(task.arguments.size());
  task.templates[argument].clear();
  if (value.front() != '"') {
    task.arguments[argument] = read_number(value);
  } else {
    const auto pieces = parse_template(text);
    if (!pieces) return pieces.error().message;
    const bool plain = std::all_of(pieces.value().begin(), pieces.value().end(),
                                   [](const TextPiece& piece) { return !piece.is_placeholder; });
    task.arguments[argument] = pieces.value().empty() || !plain ? std::string() : pieces.value().front().text;
    if (!plain) task.templates[argument] = text;
  }
  std::string act = fmt::format("change {}'s {}", task.name, parameter);
  return Edit{std::move(scenario), std::move(act)};
}

Edited set_after(Scenario scenario, std::size_t task, std::string_view text) {
  std::string act = fmt::format("change when {} is submitted", scenario.tasks[task].name);
  scenario.tasks[task].manual = trimmed(text) == kByStart;
  if (scenario.tasks[task].manual) {
    scenario.tasks[task].after = Duration::zero();
    return Edit{std::move(scenario), std::move(act)};
  }
  const auto read = read_fields("", fmt::format(R"(, "after": {})", typed_value(text)));
  if (!read) return read.error();
  scenario.tasks[task].after = read.value().tasks[0].after;
  return Edit{std::move(scenario), std::move(act)};
}

Edited add_task(Scenario scenario) {
  Task task = scenario.tasks.back();
  const std::string like = task.name;
  task.name = numbered(scenario, "task", scenario.tasks.size() + 1);
  task.after = Duration::zero();
  for (std::size_t i = 0; i < task.arguments.size(); ++i) {
    if (task.arguments[i] == Argument(like)) call_by_name(task, i);
  }
  std::string act = fmt::format("add {}", task.name);
  scenario.tasks.push_back(std::move(task));
  return Edit{std::move(scenario), std::move(act)};
}

Edited duplicate_task(Scenario scenario, std::size_t position) {
  Task task = scenario.tasks[position];
  std::string act = fmt::format("duplicate {}", task.name);
  task.name = numbered(scenario, without_number(task.name), 2);
  scenario.tasks.insert(scenario.tasks.begin() + static_cast<std::ptrdiff_t>(position) + 1, std::move(task));
  return Edit{std::move(scenario), std::move(act)};
}

Edited delete_task(Scenario scenario, std::size_t position) {
  std::string act = fmt::format("delete {}", scenario.tasks[position].name);
  scenario.tasks.erase(scenario.tasks.begin() + static_cast<std::ptrdiff_t>(position));
  return Edit{std::move(scenario), std::move(act)};
}

Edited move_task(Scenario scenario, std::size_t position, Way way) {
  const std::size_t other = way == Way::up ? position - 1 : position + 1;
  if (other >= scenario.tasks.size()) return fmt::format("{} cannot go further", scenario.tasks[position].name);
  std::string act = fmt::format("move {} {}", scenario.tasks[position].name, way == Way::up ? "up" : "down");
  std::swap(scenario.tasks[position], scenario.tasks[other]);
  return Edit{std::move(scenario), std::move(act)};
}

Edited set_title(Scenario scenario, std::string_view text) {
  scenario.title = trimmed(text);
  return Edit{std::move(scenario), "change the title"};
}

Edited set_summary(Scenario scenario, std::string_view text) {
  scenario.summary = trimmed(text);
  return Edit{std::move(scenario), "change the summary"};
}

Edited set_opening_mode(Scenario scenario, std::string_view text) {
  const auto read = read_fields(fmt::format(R"("mode": {}, )", json_string(trimmed(text))), "");
  if (!read) return read.error();
  scenario.mode = read.value().mode;
  return Edit{std::move(scenario), "change the mode it opens in"};
}

Edited set_pool_size(Scenario scenario, std::string_view text) {
  const auto read = read_field("max_workers", text);
  if (!read) return read.error();
  scenario.max_workers = read.value().max_workers;
  return Edit{std::move(scenario), "change max_workers"};
}

Edited set_cores(Scenario scenario, std::string_view text) {
  const auto read = read_machine_field("cores", text);
  if (!read) return read.error();
  scenario.machine.cores = read.value().machine.cores;
  return Edit{std::move(scenario), "change the cores"};
}

Edited set_time_slice(Scenario scenario, std::string_view text) {
  const auto read = read_machine_field("time_slice", text);
  if (!read) return read.error();
  scenario.machine.time_slice = read.value().machine.time_slice;
  return Edit{std::move(scenario), "change the time slice"};
}

Edited set_process_start(Scenario scenario, std::string_view text) {
  const auto read = read_machine_field("process_start", text);
  if (!read) return read.error();
  scenario.machine.process_start = read.value().machine.process_start;
  return Edit{std::move(scenario), "change the start of a process"};
}

Edited checked(Edited edit) {
  if (!edit) return edit;
  auto scenario = loaded(to_json(edit.value().scenario), edit.value().scenario.most_steps);
  if (!scenario) return scenario.error();
  return Edit{std::move(scenario).value(), std::move(edit).value().act};
}

}  // namespace interleave::gui

#include "app/gui/model/edit/cells.h"

#include <algorithm>

#include "app/gui/model/edit/duration_edit.h"
#include "app/gui/model/edit/step_cells.h"
#include "app/gui/model/edit/step_rows.h"
#include "core/base/json_text.h"

namespace interleave::gui {

namespace {

constexpr std::string_view kOwnLength = "seconds";  // the column of what own steps wait for

const Function* function_of(const Scenario& scenario, const Task& task) {
  return task.function ? &scenario.functions[*task.function] : nullptr;
}

// The argument that belongs to the column.
std::optional<std::size_t> argument_of(const Scenario& scenario, const Cell& cell) {
  const Function* function = function_of(scenario, scenario.tasks[cell.task]);
  if (function == nullptr) return std::nullopt;
  const auto found = std::find(function->parameters.begin(), function->parameters.end(), cell.parameter);
  if (found == function->parameters.end()) return std::nullopt;
  return static_cast<std::size_t>(found - function->parameters.begin());
}

StepId own_step_of(const Scenario& scenario, const Cell& cell) {
  const Task& task = scenario.tasks[cell.task];
  return !task.function && cell.parameter == kOwnLength ? first_own_duration(task) : StepId::none;
}

std::optional<std::string> value_text(const Scenario& scenario, const Cell& cell) {
  const Task& task = scenario.tasks[cell.task];
  if (const auto argument = argument_of(scenario, cell)) {
    if (const auto* number = std::get_if<Number>(&task.arguments[*argument])) return number->text;
    return std::get<std::string>(task.arguments[*argument]);
  }
  const auto length = find_duration(scenario, cell.task, own_step_of(scenario, cell));
  return length ? std::optional(length->number.text) : std::nullopt;
}

// Braces of a final text are typed twice, as in the file.
std::string template_text(const Task& task, std::size_t argument) {
  if (argument < task.templates.size() && !task.templates[argument].empty()) return task.templates[argument];
  const auto* text = std::get_if<std::string>(&task.arguments[argument]);
  if (text == nullptr) return std::get<Number>(task.arguments[argument]).text;
  std::string typed;
  for (const char c : *text) typed.append(c == '{' || c == '}' ? 2 : 1, c);
  return typed;
}

std::optional<std::string> setting_text(const Scenario& scenario, CellKind kind) {
  switch (kind) {
    case CellKind::title:
      return scenario.title;
    case CellKind::summary:
      return scenario.summary;
    case CellKind::opening_mode:
      return std::string(name(scenario.mode));
    case CellKind::max_workers:
      return std::to_string(scenario.max_workers);
    case CellKind::cores:
      return std::to_string(scenario.machine.cores);
    case CellKind::time_slice:
      return exact_seconds(scenario.machine.time_slice);
    case CellKind::process_start:
      return exact_seconds(scenario.machine.process_start);
    default:
      return std::nullopt;
  }
}

void add_value_columns(std::vector<TableColumn>& columns, const std::vector<std::string>& titles) {
  for (const std::string& title : titles) {
    const TableColumn column{CellKind::value, title};
    if (std::find(columns.begin(), columns.end(), column) == columns.end()) columns.push_back(column);
  }
}

Edited set_value(const Scenario& scenario, const Cell& cell, std::string_view text) {
  if (const auto argument = argument_of(scenario, cell)) return set_argument(scenario, cell.task, *argument, text);
  return set_duration(scenario, cell.task, own_step_of(scenario, cell), text);
}

}  // namespace

std::vector<TableColumn> columns_of(const Scenario& scenario, AfterColumn after) {
  const auto& tasks = scenario.tasks;
  const bool all_alike = std::all_of(tasks.begin(), tasks.end(), [&](const Task& task) {
    return task.function && task.function == tasks.front().function;
  });
  const bool any_later = std::any_of(tasks.begin(), tasks.end(), [](const Task& t) { return t.after > Duration{0}; });
  std::vector<TableColumn> columns = {{CellKind::name, "name"}};
  if (!all_alike || scenario.functions.size() > 1) columns.push_back({CellKind::function, "runs"});
  for (std::size_t i = 0; i < scenario.functions.size(); ++i) {
    const bool called = std::any_of(tasks.begin(), tasks.end(), [&](const Task& task) { return task.function == i; });
    if (called) add_value_columns(columns, scenario.functions[i].parameters);
  }
  if (std::any_of(tasks.begin(), tasks.end(),
                  [](const Task& task) { return !task.function && first_own_duration(task) != StepId::none; })) {
    add_value_columns(columns, {std::string(kOwnLength)});
  }
  if (after == AfterColumn::always || any_later) columns.push_back({CellKind::after, "after"});
  return columns;
}

const std::vector<CellKind>& setting_cells() {
  static const std::vector<CellKind> cells = {CellKind::title,        CellKind::summary, CellKind::opening_mode,
                                              CellKind::max_workers,  CellKind::cores,   CellKind::time_slice,
                                              CellKind::process_start};
  return cells;
}

std::string title_of(CellKind setting) {
  switch (setting) {
    case CellKind::title:
      return "title";
    case CellKind::summary:
      return "summary";
    case CellKind::opening_mode:
      return "opens in";
    case CellKind::max_workers:
      return "max_workers";
    case CellKind::cores:
      return "cores";
    case CellKind::time_slice:
      return "time slice, s";
    case CellKind::process_start:
      return "process start, s";
    default:
      return "";
  }
}

std::optional<std::string> typed_text(const Scenario& scenario, const Cell& cell) {
  if (is_of_steps(cell)) return typed_step_text(scenario, cell);
  if (!is_of_table(cell)) return setting_text(scenario, cell.kind);
  if (cell.task >= scenario.tasks.size()) return std::nullopt;
  const Task& task = scenario.tasks[cell.task];
  switch (cell.kind) {
    case CellKind::name:
      return task.name;
    case CellKind::function:
      return task.function ? scenario.functions[*task.function].name : std::string();
    case CellKind::after:
      return task.manual ? std::string(kByStart) : exact_seconds(task.after);
    default:
      if (const auto argument = argument_of(scenario, cell)) return template_text(task, *argument);
      return value_text(scenario, cell);
  }
}

std::string shown_text(const Scenario& scenario, const Cell& cell) {
  if (cell.kind == CellKind::value) return value_text(scenario, cell).value_or("");
  if (cell.kind == CellKind::function && !scenario.tasks[cell.task].function) return "own steps";
  return typed_text(scenario, cell).value_or("");
}

Edited set_cell(const Scenario& scenario, const Cell& cell, std::string_view text) {
  switch (cell.kind) {
    case CellKind::name:
      return rename_task(scenario, cell.task, text);
    case CellKind::function:
      return set_function(scenario, cell.task, text);
    case CellKind::value:
      return set_value(scenario, cell, text);
    case CellKind::after:
      return set_after(scenario, cell.task, text);
    case CellKind::step:
    case CellKind::place:
    case CellKind::function_name:
    case CellKind::parameters:
    case CellKind::shared_name:
    case CellKind::shared_number:
      return set_step_cell(scenario, cell, text);
    case CellKind::title:
      return set_title(scenario, text);
    case CellKind::summary:
      return set_summary(scenario, text);
    case CellKind::opening_mode:
      return set_opening_mode(scenario, text);
    case CellKind::max_workers:
      return set_pool_size(scenario, text);
    case CellKind::cores:
      return set_cores(scenario, text);
    case CellKind::time_slice:
      return set_time_slice(scenario, text);
    case CellKind::process_start:
      return set_process_start(scenario, text);
  }
  return std::string();
}

std::optional<Cell> cell_after(const Scenario& scenario, const std::vector<TableColumn>& columns, const Cell& cell,
                               int by) {
  if (is_of_steps(cell)) return step_cell_after(scenario, cell, by);
  if (!is_of_table(cell)) {
    const auto& settings = setting_cells();
    const auto next = std::find(settings.begin(), settings.end(), cell.kind) - settings.begin() + by;
    if (next < 0 || next >= static_cast<std::ptrdiff_t>(settings.size())) return std::nullopt;
    return Cell{settings[static_cast<std::size_t>(next)]};
  }
  const auto here = std::find_if(columns.begin(), columns.end(), [&](const TableColumn& column) {
    return column.kind == cell.kind && (cell.kind != CellKind::value || column.title == cell.parameter);
  });
  const auto count = static_cast<std::ptrdiff_t>(columns.size());
  std::ptrdiff_t place = static_cast<std::ptrdiff_t>(cell.task) * count + (here - columns.begin());
  const std::ptrdiff_t end = static_cast<std::ptrdiff_t>(scenario.tasks.size()) * count;
  for (place += by; place >= 0 && place < end; place += by) {
    const TableColumn& column = columns[static_cast<std::size_t>(place % count)];
    Cell next{column.kind, static_cast<std::size_t>(place / count)};
    if (column.kind == CellKind::value) next.parameter = column.title;
    if (typed_text(scenario, next)) return next;
  }
  return std::nullopt;
}

}  // namespace interleave::gui

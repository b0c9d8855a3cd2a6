#include "app/gui/model/edit/step_cells.h"

#include "app/gui/model/edit/field_reading.h"
#include "app/gui/model/edit/function_edits.h"
#include "app/gui/model/edit/step_declarations.h"
#include "app/gui/model/edit/step_edits.h"
#include "app/gui/model/edit/step_text.h"
#include "core/scenario/step_words.h"

namespace interleave::gui {

namespace {

std::optional<std::string> function_text(const Scenario& scenario, const Cell& cell) {
  const auto position = scenario.tasks[cell.task].function;
  if (!position) return std::nullopt;
  const Function& function = scenario.functions[*position];
  return cell.kind == CellKind::parameters ? typed_list(function.parameters) : function.name;
}

std::optional<std::string> shared_text(const Scenario& scenario, const Cell& cell) {
  const auto* const list = declared(scenario, cell.object);
  if (list == nullptr || cell.position >= list->size()) return std::nullopt;
  const Declaration& one = (*list)[cell.position];
  return cell.kind == CellKind::shared_number ? std::to_string(one.number) : one.name;
}

std::optional<std::string> part_of_step(const Scenario& scenario, const Cell& cell) {
  const Step* const step = step_at(steps_of(scenario, cell.task), cell.path);
  if (step == nullptr) return std::nullopt;
  if (cell.parameter == kVerbKey) return std::string(name(step->verb()));
  return typed_part(*step, cell.parameter);
}

Edited add_typed_step(const Scenario& scenario, const Cell& cell, std::string_view text) {
  const VerbWords* const verb = find_verb(trimmed(text));
  if (verb == nullptr) return unknown_verb(trimmed(text));
  return add_step(scenario, cell.task, cell.path, static_cast<Verb>(verb - kVerbWords.data()));
}

}  // namespace

std::optional<std::string> typed_step_text(const Scenario& scenario, const Cell& cell) {
  if (is_of_task(cell) && cell.task >= scenario.tasks.size()) return std::nullopt;
  switch (cell.kind) {
    case CellKind::step:
      return part_of_step(scenario, cell);
    case CellKind::place:
      return is_place(steps_of(scenario, cell.task), cell.path) ? std::optional(std::string()) : std::nullopt;
    case CellKind::function_name:
    case CellKind::parameters:
      return function_text(scenario, cell);
    case CellKind::shared_name:
    case CellKind::shared_number:
      return shared_text(scenario, cell);
    default:
      return std::nullopt;
  }
}

Edited set_step_cell(const Scenario& scenario, const Cell& cell, std::string_view text) {
  switch (cell.kind) {
    case CellKind::place:
      return add_typed_step(scenario, cell, text);
    case CellKind::function_name:
      return rename_function(scenario, cell.task, text);
    case CellKind::parameters:
      return set_parameters(scenario, cell.task, text);
    case CellKind::shared_name:
      return rename_declaration(scenario, cell.object, cell.position, text);
    case CellKind::shared_number:
      return set_declared_number(scenario, cell.object, cell.position, text);
    default:
      return change_step(scenario, cell.task, cell.path, cell.parameter, text);
  }
}

}  // namespace interleave::gui

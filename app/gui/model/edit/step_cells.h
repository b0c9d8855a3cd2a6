#pragma once

#include <optional>
#include <string>

#include "app/gui/model/edit/cell.h"
#include "app/gui/model/edit/scenario_edits.h"

// The cells among the steps of a task, as cells.h has them for all.
namespace interleave::gui {

std::optional<std::string> typed_step_text(const Scenario& scenario, const Cell& cell);
// Typing a verb where a step can be added, adds it.
Edited set_step_cell(const Scenario& scenario, const Cell& cell, std::string_view text);

inline Cell step_cell(std::size_t task, StepPath path, std::string_view key) {
  return {.kind = CellKind::step, .task = task, .parameter = std::string(key), .path = std::move(path)};
}
inline Cell place_cell(std::size_t task, StepPath place) {
  return {.kind = CellKind::place, .task = task, .path = std::move(place)};
}
inline Cell shared_cell(CellKind kind, ObjectKind object, std::size_t position) {
  return {.kind = kind, .object = object, .position = position};
}

}  // namespace interleave::gui

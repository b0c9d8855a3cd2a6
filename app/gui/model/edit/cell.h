#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "app/gui/model/edit/step_path.h"
#include "core/base/shared_object.h"

namespace interleave::gui {

// What can be edited in place: a task's fields and its steps, what tasks share, and the scenario's settings.
enum class CellKind : std::uint8_t {
  name,
  function,
  value,  // an argument, or the length of a task's own steps
  after,
  step,           // what stands at a key of a step
  place,          // where a step can be added, by typing its verb
  function_name,  // of the function that the task calls, as below
  parameters,
  shared_name,  // of what the file declares for all tasks, as below
  shared_number,
  title,
  summary,
  opening_mode,
  max_workers,
  cores,
  time_slice,
  process_start,
};

struct Cell {
  CellKind kind = CellKind::name;
  std::size_t task = 0;
  std::string parameter = {};                // value: of which column; step: which key
  StepPath path = {};                        // step, place
  ObjectKind object = ObjectKind::variable;  // shared: of which list, and which of it
  std::size_t position = 0;

  friend bool operator==(const Cell&, const Cell&) = default;
};

// Whether the cell stands in the table of tasks, a row a task.
inline bool is_of_table(const Cell& cell) { return cell.kind <= CellKind::after; }
// Whether it stands among the steps of a task, or what these share.
inline bool is_of_steps(const Cell& cell) { return cell.kind > CellKind::after && cell.kind < CellKind::title; }
// Whether it belongs to a task at all.
inline bool is_of_task(const Cell& cell) { return cell.kind < CellKind::shared_name; }

}  // namespace interleave::gui

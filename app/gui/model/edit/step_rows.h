#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/model/edit/cell.h"

namespace interleave::gui {

// A cell in a row of steps: the word before it, and what it says.
struct StepField {
  Cell cell;
  std::string label = {};
  std::string text = {};
  bool left_out = false;  // the file says nothing there

  friend bool operator==(const StepField&, const StepField&) = default;
};

enum class StepRowKind : std::uint8_t {
  function,  // what the steps below are called, and what they take
  step,
  body,     // of the step above: its `else` and the like
  nothing,  // a list without steps
  place,    // where a step is being added
  shared,   // what the file declares for all tasks
};

// The steps that a task runs as one list: a row for each, and for what they are within.
struct StepRow {
  StepRowKind kind = StepRowKind::step;
  std::size_t depth = 0;
  std::string word = {};              // what stands before the cells where the first of them does not say it
  std::vector<StepField> cells = {};  // of a step, the first is its verb
  bool is_there = true;               // of a body: whether the file has it

  friend bool operator==(const StepRow&, const StepRow&) = default;
};

// With a row for that place where none is there anyway. What is shared stands last.
std::vector<StepRow> step_rows(const Scenario& scenario, std::size_t task, const std::optional<StepPath>& open = {});

// The row that has the cell; none where no row does.
std::optional<std::size_t> row_of(const std::vector<StepRow>& rows, const Cell& cell);

// What is typed into after this cell, or before it; none beyond the first and the last.
std::optional<Cell> step_cell_after(const Scenario& scenario, const Cell& cell, int by);

// The cell so many columns and rows away; the nearest there is.
Cell step_cell_beside(const Scenario& scenario, std::size_t task, const Cell& cell, int columns, int rows);

// A cell that is there, where this one was: of the step before it, or around it, or at the beginning.
Cell nearest_step_cell(const Scenario& scenario, std::size_t task, const Cell& cell);

// Where a step of the task goes that is added below this cell: into a list that it shows the place of, or into a step
// without steps within it, or else behind its step.
StepPath place_below(const Scenario& scenario, std::size_t task, const Cell& cell);

}  // namespace interleave::gui

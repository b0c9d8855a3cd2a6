#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/gui/model/edit/cell.h"
#include "app/gui/model/edit/scenario_edits.h"

namespace interleave::gui {

// A column of the table of tasks; for values, the parameter is its title.
struct TableColumn {
  CellKind kind = CellKind::name;
  std::string title;

  friend bool operator==(const TableColumn&, const TableColumn&) = default;
};

enum class AfterColumn : std::uint8_t { if_used, always };

// The name; the function where tasks run different ones; each parameter once; the submission where it is wanted.
std::vector<TableColumn> columns_of(const Scenario& scenario, AfterColumn after);

// In their order.
const std::vector<CellKind>& setting_cells();
std::string title_of(CellKind setting);

// The cell as it is typed; none where the scenario has no such cell (not every task takes every parameter).
std::optional<std::string> typed_text(const Scenario& scenario, const Cell& cell);
// The same as it is shown: with what placeholders stand for.
std::string shown_text(const Scenario& scenario, const Cell& cell);

// The edit that gives the cell that text, unchecked.
Edited set_cell(const Scenario& scenario, const Cell& cell, std::string_view text);

// The cells of the table in reading order around this one; none beyond the first and the last.
std::optional<Cell> cell_after(const Scenario& scenario, const std::vector<TableColumn>& columns, const Cell& cell,
                               int by);

}  // namespace interleave::gui

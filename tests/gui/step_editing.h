#pragma once

#include <string>
#include <string_view>

#include "app/gui/model/edit/step_rows.h"
#include "tests/support/scenarios.h"

// Editing steps without a window.
namespace interleave::gui {

// One task, "a", with these steps of its own; `more` are further keys of the file, each with a comma behind it.
inline Scenario with_steps(const std::string& steps, const std::string& more = "") {
  return testing::scenario_with_tasks(R"({"name": "a", "steps": )" + steps + "}", more);
}

inline StepPath path_of(std::string_view path) { return read_step_path(path).value(); }

// The list of steps as one sees it: a line a row, two blanks for each step around it; what is left out stands in
// brackets.
inline std::string shown_steps(const Scenario& scenario, std::size_t task = 0) {
  std::string text;
  for (const StepRow& row : step_rows(scenario, task)) {
    std::string line = row.word + (row.is_there ? "" : " (none)");
    if (row.kind == StepRowKind::nothing) line += "-";
    for (const StepField& field : row.cells) {
      if (field.left_out || field.text.empty()) continue;
      line += (line.empty() ? "" : " ") + field.label + (field.label.empty() ? "" : " ") + field.text;
    }
    text += std::string(2 * row.depth, ' ') + line + "\n";
  }
  return text;
}

}  // namespace interleave::gui

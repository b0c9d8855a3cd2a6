#include "app/gui/model/input/acts.h"

#include <cassert>
#include <unordered_map>

#include "app/gui/model/input/acts/rows.h"
#include "app/gui/model/input/needs_program.h"
#include "app/gui/model/state/app_state.h"
#include "app/gui/model/state/no_program.h"

namespace interleave::gui {

namespace {

// What is about a scenario can be pressed only where there is one, and says so elsewhere.
void hold_to_program(Act& row) {
  const auto lacks_program = [command = row.command](const AppState& state) {
    return !state.has_program() && needs_program(command(state));
  };
  row.enabled = [=, enabled = row.enabled](const AppState& state) { return !lacks_program(state) && enabled(state); };
  row.chosen = [=, chosen = row.chosen](const AppState& state) { return !lacks_program(state) && chosen(state); };
  row.tooltip = [=, tooltip = row.tooltip](const AppState& state, std::string_view key) {
    return lacks_program(state) ? std::string(kNoProgram) : tooltip(state, key);
  };
}

}  // namespace

const std::vector<Act>& acts() {
  static const std::vector<Act> all = [] {
    std::vector<Act> rows;
    for (auto* add : {add_run_acts, add_view_acts, add_direct_acts, add_lecture_acts, add_lesson_acts, add_look_acts,
                      add_code_acts, add_edit_acts, add_step_acts, add_file_acts, add_export_acts, add_window_acts}) {
      add(rows);
    }
    for (Act& row : rows) hold_to_program(row);
    return rows;
  }();
  return all;
}

const Act& act(ActId id) {
  static const auto by_name = [] {
    std::unordered_map<std::string_view, const Act*> all;
    for (const Act& act : acts()) all.emplace(act.id.name(), &act);
    return all;
  }();
  const auto found = by_name.find(id.name());
  assert(found != by_name.end());
  return *found->second;
}

}  // namespace interleave::gui

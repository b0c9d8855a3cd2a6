// What a lecturer does.
#include "app/gui/model/input/acts/rows.h"
#include "app/gui/model/state/app_state.h"
#include "app/gui/model/state/tools_shown.h"

namespace interleave::gui {

namespace {

void add_beside(ActRows& rows, ActId id, Beside beside, std::string_view label, std::string_view tooltip) {
  rows.push_back({.id = id,
                  .label = says(std::string(label)),
                  .tooltip = tells(std::string(tooltip)),
                  .command = wishes(command::ShowBeside{beside}),
                  .enabled = [](const AppState& state) { return state.presenting; },
                  .chosen = [beside](const AppState& state) { return state.lecture.beside == beside; }});
}

}  // namespace

void add_lecture_acts(ActRows& rows) {
  rows.push_back({.id = "presentation"_act,
                  .label = [](const AppState& state) { return state.presenting ? "Back to the workbench" : "Present"; },
                  .tooltip = tells("For a hall: the picture as large as can be, and what you ask for.  Key: {}"),
                  .command = wishes(command::TogglePresentation{}),
                  .chosen = [](const AppState& state) { return state.presenting; }});
  rows.push_back({.id = "tools"_act,
                  .label = says("Tools"),
                  .tooltip = tells("Scenario, mode, speed and clock, over the picture."),
                  .command = wishes(command::ToggleToolbar{}),
                  .enabled = [](const AppState& state) { return state.presenting; },
                  .chosen = [](const AppState& state) { return shows_toolbar(state); }});
  add_beside(rows, "beside-code"_act, Beside::code, "Code", "The program beside the picture.  Key: {}");
  add_beside(rows, "beside-console"_act, Beside::console, "Console", "What the tasks print, below it.  Key: {}");
  add_beside(rows, "beside-now"_act, Beside::now, "Now", "What is going on at the playhead, below it.  Key: {}");
}

}  // namespace interleave::gui

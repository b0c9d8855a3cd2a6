// How a run is shown, and how much of it.
#include "app/gui/model/input/acts/rows.h"
#include "app/gui/model/state/app_state.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"

namespace interleave::gui {

namespace {

constexpr double kButtonZoomStep = 1.6;

void add_zoom_acts(ActRows& rows) {
  rows.push_back({.id = "zoom-out"_act,
                  .label = says("zoom out"),
                  .tooltip = tells("Zoom out.  Key: {}, or the wheel"),
                  .command = wishes(command::ZoomAtPointer{1 / kButtonZoomStep})});
  rows.push_back({.id = "zoom-in"_act,
                  .label = says("zoom in"),
                  .tooltip = tells("Zoom in.  Key: {}, or the wheel"),
                  .command = wishes(command::ZoomAtPointer{kButtonZoomStep})});
  rows.push_back({.id = "fit"_act,
                  .label = says("fit"),
                  .tooltip = tells("Show the whole run.  Key: {}, or a double click"),
                  .command = wishes(command::Fit{}),
                  .enabled = [](const AppState& state) { return !state.viewport.fitted(); }});
  rows.push_back({.id = "zoom-to-selection"_act,
                  .label = says("zoom to selection"),
                  .tooltip = tells("Zoom to what is selected.  Key: {}"),
                  .command = wishes(command::FocusSelected{}),
                  .enabled = [](const AppState& state) {
                    return state.selection.has_value() || state.selected_range.has_value();
                  }});
}

}  // namespace

void add_view_acts(ActRows& rows) {
  rows.push_back({.id = "view-by-task"_act,
                  .label = says("By task"),
                  .tooltip = tells("One line for each task"),
                  .command = wishes(command::SetView{View::by_task}),
                  .chosen = [](const AppState& state) { return state.view == View::by_task; }});
  rows.push_back({.id = "view-by-worker"_act,
                  .label = says("By worker"),
                  .tooltip = tells("One line for each worker, and one for each task that is without a worker"),
                  .command = wishes(command::SetView{View::by_worker}),
                  .chosen = [](const AppState& state) { return state.view == View::by_worker; }});
  rows.push_back(
      {.id = "compare"_act,
       .label = says("Compare"),
       .tooltip = tells("All modes of this scenario below each other, simulated, on one time axis.  Key: {}"),
       .command =
           [](const AppState& state) {
             return command::SetComparing{state.comparing ? Comparing::no : Comparing::yes};
           },
       .chosen = [](const AppState& state) { return state.comparing; }});
  rows.push_back({.id = "shared-lanes"_act,
                  .label = says("Shared"),
                  .tooltip = tells("Lanes for what tasks share: variables, locks, semaphores and queues.  Key: {}"),
                  .command =
                      [](const AppState& state) {
                        const bool shown = state.shared_lanes == SharedLanes::shown;
                        return command::ShowShared{shown ? SharedLanes::hidden : SharedLanes::shown};
                      },
                  .enabled = shares_something,
                  .chosen = [](const AppState& state) { return state.shared_lanes == SharedLanes::shown; }});
  rows.push_back(
      {.id = "outcomes"_act,
       .label = says("Outcomes"),
       .tooltip = tells("What every order of the tasks' steps comes to, and how many orders there are.  Key: {}"),
       .command =
           [](const AppState& state) {
             const bool shown = state.outcomes == OutcomesShown::yes;
             return command::ShowOutcomes{shown ? OutcomesShown::no : OutcomesShown::yes};
           },
       .enabled =
           [](const AppState& state) {
             const bool shown = state.outcomes == OutcomesShown::yes;
             return state.has_program() && (shown || shares_something(state));
           },
       .chosen = [](const AppState& state) { return state.outcomes == OutcomesShown::yes; }});
  rows.push_back({.id = "graph"_act,
                  .label = says("Graph"),
                  .tooltip = tells("All states that the program can come to, instead of the timeline.  Key: {}"),
                  .command =
                      [](const AppState& state) {
                        const bool shown = state.graph == GraphShown::yes;
                        return command::ShowGraph{shown ? GraphShown::no : GraphShown::yes};
                      },
                  .enabled =
                      [](const AppState& state) {
                        const bool shown = state.graph == GraphShown::yes;
                        return state.has_program() && (shown || shares_something(state));
                      },
                  .chosen = [](const AppState& state) { return state.graph == GraphShown::yes; }});
  rows.push_back(
      {.id = "repairs"_act,
       .label = says("Would a lock help?"),
       .tooltip = tells("Tries locks around the steps, and says which ones cure what goes wrong"),
       .command =
           [](const AppState& state) {
             const bool shown = state.repairing.shown == RepairsShown::yes && !state.directed;
             return command::ShowRepairs{shown ? RepairsShown::no : RepairsShown::yes};
           },
       .enabled = [](const AppState& state) { return state.outcomes == OutcomesShown::yes || state.directed; },
       .chosen = [](const AppState& state) { return state.repairing.shown == RepairsShown::yes; }});
  rows.push_back({.id = "follow"_act,
                  .label = says("Follow"),
                  .tooltip = tells("Let playhead and view follow the run again"),
                  .command = wishes(command::Follow{}),
                  .enabled = can_follow});
  add_zoom_acts(rows);
}

}  // namespace interleave::gui

#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "app/gui/model/state/app_state.h"

// What is on the screen: runs, lanes, the selected span.
namespace interleave::gui {

// What is compared on the screen; null where nothing is, or while it is being computed.
const Forecast* comparison(const AppState& state);
// The run that a lane or a selection refers to.
const Timeline& timeline_of(const AppState& state, std::optional<Mode> compared);
// Which mode's run is looked at where all are compared, by search and steps; none: the run on the screen.
std::optional<Mode> looked_at(const AppState& state);
// The run that the panels beside the timeline tell of: where all modes are compared, that of the one looked at.
const Timeline& run_beside(const AppState& state);
// Whether the run on the screen is one on the real clock of which the simulation says something too.
bool shows_simulation(const AppState& state);
// Whether what an edit would change of the run on the screen is drawn over it.
bool shows_edit(const AppState& state);
// How the run on the screen was run, as a title: its mode, or that it was recorded elsewhere.
std::string_view title_of_run(const AppState& state);
// All runs on the screen.
std::vector<std::shared_ptr<const Timeline>> shown_runs(const AppState& state);
// The lanes on the screen, from top to bottom: of the run, or of all modes' runs.
std::vector<Lane> shown_lanes(const AppState& state);

// Whether tasks of the run on the screen share anything that has lanes there.
bool shares_something(const AppState& state);
// Whether what that scenario is run as, with those settings, is what is chosen now.
bool is_chosen_program(const AppState& state, const std::shared_ptr<const Scenario>& scenario,
                       const RunSettings& settings);
// What was selected of that: its lane was clicked or walked to; none where a span or a stretch of time is selected.
std::optional<ObjectId> selected_object(const AppState& state);
// The span that is selected, or null.
const Span* selected_span(const AppState& state);
// The lane that keys act on, as a position in `lanes`: the one that was clicked or walked to, else the selection's own.
std::optional<std::size_t> walked_lane(const AppState& state, const std::vector<Lane>& lanes);

}  // namespace interleave::gui

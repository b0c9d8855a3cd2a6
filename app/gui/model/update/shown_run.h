#pragma once

#include <cstddef>

#include "app/gui/model/state/app_state.h"

// What update() does to what is shown: choosing a scenario, predicting, comparing.
namespace interleave::gui {

void choose_scenario(AppState& state, std::size_t position);
// After an edit of the chosen scenario. What was run stays on the screen; a prediction becomes that of the new one.
void scenario_changed(AppState& state, const Scenario& before);
void set_mode(AppState& state, Mode mode);
void set_language(AppState& state, Language language);
void set_gil(AppState& state, bool gil);
void set_clock(AppState& state, ClockKind clock);

// All modes below each other, or the run on the screen alone.
void set_comparing(AppState& state, Comparing comparing);
// What the interleavings of what Run would run come to, or all its states, or nothing of that from now on.
void show_outcomes(AppState& state, OutcomesShown outcomes);
void show_graph(AppState& state, GraphShown graph);
// Of what Run would run, which after an edit is not what the screen shows: its outcomes where they are shown, too.
void ask_forecast(AppState& state);
// Takes what the forecaster found since the last time; true when anything came.
bool take_forecast(AppState& state);

// Before the first Run the picture is what Run would show.
void predict(AppState& state);
void predict_unless_started(AppState& state);
// After what is shown became longer or shorter.
void fit_extent(AppState& state);
// The run has ended where the playhead has reached its end.
void end_if_reached(AppState& state);

}  // namespace interleave::gui

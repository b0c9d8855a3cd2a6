#pragma once

#include "app/gui/model/state/app_state.h"

// What update() does to the run: choosing, predicting, starting, pausing, moving the playhead.
namespace interleave::gui {

void choose_scenario(AppState& state, std::size_t position);
// After an edit of the chosen scenario. What was run stays on the screen; a prediction becomes that of the new one.
void scenario_changed(AppState& state, const Scenario& before);
void set_mode(AppState& state, Mode mode);
void set_clock(AppState& state, ClockKind clock);
void set_speed(AppState& state, double speed);

// While a pool runs, the change happens at the playhead; afterwards it waits for the next Run.
void set_max_workers(AppState& state, int max_workers);

// All modes below each other, or the run on the screen alone.
void set_comparing(AppState& state, Comparing comparing);
// Takes what the forecaster found since the last time; true when anything came.
bool take_forecast(AppState& state);

// What happens next or happened last, in whatever is on the screen.
std::optional<Time> neighbouring_event(const AppState& state, Direction direction);

void start_run(AppState& state);
void toggle_pause(AppState& state);
void step_event(AppState& state, Direction direction);
void move_playhead(AppState& state, Time time);
void go_to_start(AppState& state);
void go_to_end(AppState& state);
void follow(AppState& state);

// Lets that much of the host's time pass for the run: playback goes on, a real run's events come in. True when
// anything to be seen changed.
bool advance_run(AppState& state, double host_seconds);

}  // namespace interleave::gui

#pragma once

#include "app/gui/model/state/app_state.h"

// What update() does to the run: starting, pausing, changing it while it goes on, letting time pass.
namespace interleave::gui {

void start_run(AppState& state);
void toggle_pause(AppState& state);
void set_speed(AppState& state, double speed);

// Opens max_workers for typing, where the mode has it; and takes the number that was typed, if it is one.
void edit_max_workers(AppState& state);
void take_typed_workers(AppState& state);
// While a pool runs, the change happens at the playhead; afterwards it waits for the next Run.
void set_max_workers(AppState& state, int max_workers);

// Lets that much of the host's time pass for the run: playback goes on, a real run's events come in. True when
// anything to be seen changed.
bool advance_run(AppState& state, double host_seconds);

}  // namespace interleave::gui

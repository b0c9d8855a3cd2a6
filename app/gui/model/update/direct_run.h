#pragma once

#include <string>

#include "app/gui/model/state/app_state.h"

// What update() does while the user is the scheduler: the run stands still, and goes on by one step that counts.
namespace interleave::gui {

void set_directing(AppState& state, Directing directing);
// From the start again, where what is run has changed meanwhile.
void keep_directed(AppState& state);

void take_steps(AppState& state, const std::string& steps);
void take_back_step(AppState& state);
void start_over(AppState& state);
void copy_order(AppState& state);

// The simplest order that goes wrong from here on; a step of it each time that its moment has come.
void show_bad_order(AppState& state);
// True when a step was taken, or something has become known.
bool advance_directed(AppState& state, double host_seconds);

}  // namespace interleave::gui

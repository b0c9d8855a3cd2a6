#pragma once

#include <string>

#include "app/gui/model/state/app_state.h"

// What update() does to save. Without files (AppState::files) nothing.
namespace interleave::gui {

// The scenario, into its file.
void save(AppState& state);
// The scenario, or, where the file is to be a recording, the run on the screen.
void save_to(AppState& state, const std::string& path);

// The bytes of a recording of the run on the screen, with the scenario that it was a run of.
std::string recording_of_run(const AppState& state);

}  // namespace interleave::gui

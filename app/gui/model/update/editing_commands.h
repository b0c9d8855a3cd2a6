#pragma once

#include "app/gui/model/input/command.h"
#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// What update() does for the commands that change the scenario and its steps, or read and write files. Returns whether
// the command is one of them.
bool apply_editing(AppState& state, const Command& command);

}  // namespace interleave::gui

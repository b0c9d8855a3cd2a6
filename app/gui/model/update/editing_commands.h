#pragma once

#include "app/gui/model/input/command.h"
#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// The commands that change the scenario and its steps, or read and write files.
using EditingCommands = command::Joined<command::EditCommands, command::StepCommands, command::FileCommands>;

// What update() does for them. Returns whether the command is one of them.
bool apply_editing(AppState& state, const Command& command);

}  // namespace interleave::gui

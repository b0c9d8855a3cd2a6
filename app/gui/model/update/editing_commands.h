#pragma once

#include "app/gui/model/input/command.h"
#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// The commands that change the scenario and its steps, or read and write files.
using EditingCommand = command::AnyOf<command::EditCommands, command::StepCommands, command::FileCommands>::Type;

// What update() does for them.
void apply_editing(AppState& state, const EditingCommand& command);

}  // namespace interleave::gui

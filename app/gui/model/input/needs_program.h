#pragma once

#include "app/gui/model/input/command.h"

namespace interleave::gui {

// Whether the command is about a scenario: its edits, its program, how it is run and what a run of it would do. Where
// none is chosen (AppState::has_program) it does nothing.
bool needs_program(const Command& command);

}  // namespace interleave::gui

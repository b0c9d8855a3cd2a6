#pragma once

#include "app/gui/model/input/command.h"
#include "app/gui/model/state/hints.h"

namespace interleave::gui {

// Counts what the user does.
void note_use(HintsSeen& seen, const Command& command);

}  // namespace interleave::gui

#pragma once

#include "app/gui/model/input/command.h"

namespace interleave::gui {

// Whether the command may show of the run what a lesson asks first: all but those that move about in the lesson, or are
// about the window alone.
bool gives_answer_away(const Command& command);

}  // namespace interleave::gui

#pragma once

#include <optional>

#include "app/gui/model/input/command.h"
#include "app/gui/model/input/key_press.h"

namespace interleave::gui {

// What a key means while a lesson runs, as clickers and slides have it; none: what it means elsewhere. `asks`: whether
// somebody is asked for an answer.
std::optional<Command> lesson_command_for(const KeyPress& press, bool asks);

}  // namespace interleave::gui

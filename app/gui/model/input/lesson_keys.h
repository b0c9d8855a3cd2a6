#pragma once

#include <optional>

#include "app/gui/model/input/command.h"
#include "app/gui/model/input/key_press.h"

namespace interleave::gui {

// What a lesson that runs is about, as far as keys go by it.
struct LessonKeys {
  bool asks = false;       // somebody is asked for an answer
  bool in_hall = false;    // by those in a hall, whose hands are counted
  bool has_typed = false;  // a number, which is not entered yet
  bool has_focus = false;  // a button has it, which Enter presses
};

// What a key means while a lesson runs, as clickers and slides have it; none: what it means elsewhere.
std::optional<Command> lesson_command_for(const KeyPress& press, LessonKeys lesson);

}  // namespace interleave::gui

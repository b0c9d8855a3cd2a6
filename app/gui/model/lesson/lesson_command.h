#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/gui/model/lesson/lesson_stage.h"

namespace interleave::gui {

// Does what one line of a lesson's fence says: a command of the lesson's own, or one of the window's (command_text.h)
// that has its place in a lesson. Why it could not be done, and what to write instead; none when it was.
std::optional<std::string> do_lesson_command(const LessonStage& stage, std::string_view text);

// How the lesson's own are written: "run until SECONDS".
std::vector<std::string_view> lesson_command_forms();

}  // namespace interleave::gui

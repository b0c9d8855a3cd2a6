#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/gui/model/lesson/lesson_stage.h"

namespace interleave::gui {

// Does what a command of the window's says, if it has its place in a lesson: none of those that save or open files,
// that type, or that are about the window itself. Why it could not be done; none when it was.
std::optional<std::string> do_window_command(const LessonStage& stage, std::string_view text);

// Whether the window has a command of that name.
bool is_window_command(std::string_view name);
std::vector<std::string_view> window_command_names();

}  // namespace interleave::gui

#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "app/cli/commands.h"
#include "core/base/result.h"
#include "core/lesson/lesson_reader.h"

// The commands below `lesson`.
namespace interleave::cli {

Command add_lesson_check_command(CLI::App& lesson);
Command add_lesson_export_command(CLI::App& lesson);
Command add_lesson_list_command(CLI::App& lesson);
Command add_lesson_new_command(CLI::App& lesson);

inline constexpr std::string_view kLessonEnding = ".lesson.md";

}  // namespace interleave::cli

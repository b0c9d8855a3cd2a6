#pragma once

#include <span>
#include <string_view>

namespace interleave::lesson {

// A lesson that comes with the program: a file of assets/lessons, taken in when the program is built.
struct BuiltInLesson {
  std::string_view name;  // of the file, without ".lesson.md"
  std::string_view text;  // of the file
};

// In order of their names.
std::span<const BuiltInLesson> built_in_lessons();

// The one of that name, or null.
const BuiltInLesson* find_built_in_lesson(std::string_view name);

}  // namespace interleave::lesson

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace interleave::lesson {

// What one wants to know of a lesson before it is opened.
struct LessonHeading {
  std::string_view name;  // of the file, without ".lesson.md"
  std::string title;
  int minutes = 0;
  std::vector<std::string> needs;  // names of others
};

// Of the built-in lessons, in an order in which they can be taken: behind what they need, those of the course by their
// numbers. Those that are made of several others come last.
std::span<const LessonHeading> lesson_catalogue();

}  // namespace interleave::lesson

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.h"
#include "core/lesson/findings.h"
#include "core/lesson/lesson.h"

namespace interleave::lesson {

inline constexpr std::size_t kMostLessonBytes = std::size_t{8} << 20U;
inline constexpr std::size_t kMostSlides = 2000;
inline constexpr std::size_t kMostParts = 100;     // of a slide
inline constexpr std::size_t kMostCommands = 200;  // of a part
inline constexpr std::size_t kMostPartBytes = std::size_t{64} << 10U;

// What a file says as far as it can be understood, and all that is wrong with it, in the order of the file: at most
// kMostFindings.
struct ReadLesson {
  Lesson lesson;
  std::vector<Finding> findings;
};

ReadLesson read_lesson(std::string_view file);

// Each at its place in the lesson's file, of that name.
Diagnostics diagnostics_of(const Lesson& lesson, const std::vector<Finding>& findings, std::string_view file);

}  // namespace interleave::lesson

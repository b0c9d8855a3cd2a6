#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/lesson/findings.h"
#include "core/lesson/lesson.h"

namespace interleave::gui {

// What is wrong with what a lesson shows, in its order. Behind the part with which there are kMostFindings errors, or
// too much to compute, nothing is looked at, and no more of them are told; nor are more warnings.
struct LessonReport {
  std::vector<lesson::Finding> errors;
  std::vector<lesson::Finding> warnings;
  std::vector<lesson::Finding> answers;  // of each prediction that the engine answers, where it is asked:
                                         // "makespan: right 7 s; sequential 12 s"
};

// Why the picture of that name, within the lesson's folder, cannot be shown; none where it can.
using LookAtPicture = std::function<std::optional<std::string>(const std::string& file)>;

// Shows all of it without a window, slide by slide and part by part, and puts all its questions.
LessonReport check_lesson(const lesson::Lesson& lesson, const std::string& folder, const LookAtPicture& look);

}  // namespace interleave::gui

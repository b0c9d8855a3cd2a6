#pragma once

#include <string>
#include <vector>

#include "app/gui/model/lesson/check_lesson.h"
#include "core/base/result.h"
#include "core/lesson/findings.h"
#include "core/lesson/lesson.h"

namespace interleave::cli {

// A lesson as it was found.
struct LessonText {
  std::string text;
  std::string name;    // of its file, for what is said of it
  std::string folder;  // of its scenarios and pictures
};

// The lesson's file; or why it cannot be read.
Result<LessonText, std::string> read_lesson_file(const std::string& file);

struct CheckedLesson {
  lesson::Lesson lesson;
  std::vector<lesson::Finding> answers;  // of its predictions
  bool is_wrong = false;                 // something is, which has been told
};

// Shows all of it without a window, and tells what is wrong with it, and where, on standard error.
CheckedLesson check_and_tell(const LessonText& found, const gui::SeePart& see = {});

}  // namespace interleave::cli

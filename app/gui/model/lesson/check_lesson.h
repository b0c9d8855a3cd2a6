#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/model/lesson/lesson_view.h"
#include "app/gui/model/lesson/posed_prediction.h"
#include "app/gui/model/state/app_state.h"
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

// A part of a slide, when all that it says has been done and its question was put.
struct ShownPart {
  std::size_t slide = 0;  // position in the lesson
  std::size_t part = 0;   // position in the slide
  const lesson::Build& build;
  const AppState& state;
  const LessonView& view;
  const PosedPrediction* posed = nullptr;  // null: it asks nothing
};
using SeePart = std::function<void(const ShownPart&)>;

// Shows all of it without a window, slide by slide and part by part, and puts all its questions. `see` is called with
// each part; empty: nobody looks.
LessonReport check_lesson(const lesson::Lesson& lesson, const std::string& folder, const LookAtPicture& look,
                          const SeePart& see = {});

}  // namespace interleave::gui

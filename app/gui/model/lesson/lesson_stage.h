#pragma once

#include <string>

#include "app/gui/model/lesson/lesson_view.h"
#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// Where a lesson's commands are done.
struct LessonStage {
  AppState& state;
  LessonView& view;
  std::string folder;  // of the lesson
};

}  // namespace interleave::gui

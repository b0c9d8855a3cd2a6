#pragma once

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// Shows lessons: the built-in ones, and files.
LessonPlayer lesson_player();

}  // namespace interleave::gui

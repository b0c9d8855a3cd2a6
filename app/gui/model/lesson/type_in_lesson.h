#pragma once

#include <string_view>

#include "app/gui/model/lesson/lesson_show.h"
#include "app/gui/model/state/app_state.h"

// Digits that are typed while a lesson runs, until Enter: the answer that is asked for, or the number of a slide.
namespace interleave::gui {

void type_in_lesson(AppState& state, const LessonShow& show, std::string_view text);
// The last character of it.
void erase_in_lesson(AppState& state, const LessonShow& show);
void enter_in_lesson(AppState& state, LessonShow& show);

}  // namespace interleave::gui

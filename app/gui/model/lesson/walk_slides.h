#pragma once

#include <cstddef>

#include "app/gui/model/lesson/lesson_show.h"
#include "app/gui/model/state/app_state.h"

// From slide to slide. Each begins with what those before it have opened and set, however it is reached and whatever
// somebody has done between the slides: what stands beside a picture is about that program.
namespace interleave::gui {

// Of a lesson that was just opened.
void show_first_slide(AppState& state, LessonShow& show);
void go_to_slide(AppState& state, LessonShow& show, std::size_t slide);
// The next part, or slide; none while an answer is waited for.
void next_part(AppState& state, LessonShow& show);
void previous_part(AppState& state, LessonShow& show);
// The parts that are there, again, as the lesson has them.
void show_slide_again(AppState& state, LessonShow& show);
// Its first so many parts, but none behind a question that waits.
void show_parts(AppState& state, LessonShow& show, std::size_t slide, std::size_t builds);
// All of its parts as somebody comes to them who goes on, but none behind a question that waits.
void show_whole_slide(AppState& state);
// Whether something else is open, or set, than the lesson has left there.
bool has_left_lesson(const AppState& state, const LessonShow& show);

}  // namespace interleave::gui

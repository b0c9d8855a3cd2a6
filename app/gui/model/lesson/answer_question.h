#pragma once

#include <cstddef>
#include <string>

#include "app/gui/model/lesson/lesson_show.h"
#include "app/gui/model/state/app_state.h"

// What is done about the question that waits for an answer. Once it is settled the run is shown, and there is no other
// try at the same numbers.
namespace interleave::gui {

void commit(AppState& state, LessonShow& show, std::size_t position);
// The number that was typed; what is none is told.
void commit_typed(AppState& state, LessonShow& show, const std::string& text);
// The order in which the tasks stand.
void commit_order(AppState& state, LessonShow& show);
// Of a hall: so many more hands for that answer.
void count_hands(AppState& state, LessonShow& show, std::size_t position, int hands);
// The next thing to do with a hall: to count again, to show both counts, to show the solution. False: nothing is asked.
bool go_on_with_hall(AppState& state, LessonShow& show);
// Asks the slide's last question again, about other numbers.
void ask_another_like_it(AppState& state, LessonShow& show);
// Whether it can: one that is settled, of a run whose tasks have numbers of their own.
bool has_another_like_it(const LessonShow& show);

}  // namespace interleave::gui

#pragma once

#include <cstddef>
#include <string>

#include "app/gui/model/lesson/lesson_show.h"
#include "app/gui/model/state/app_state.h"

// Answers of somebody who sits alone that take more than one move: a moment that is pointed at in the empty picture,
// tasks that are put in an order. Nobody is committed to them before Enter.
namespace interleave::gui {

void point_at_moment(AppState& state, const LessonShow& show, double seconds);
// What is typed so far stands in the picture, if it is a moment of it.
void show_what_is_typed(AppState& state, const LessonShow& show);

// A task's letter: of its place in the alphabet among the others.
char letter_of_task(const AskedQuestion& asked, const std::string& task);
void place_in_order(AppState& state, LessonShow& show, std::size_t position, std::size_t to);
// The task of that letter comes behind those that were placed so before; behind the last one it begins anew.
void place_next(LessonShow& show, std::size_t letter);

}  // namespace interleave::gui

#pragma once

#include <string>

#include "app/gui/model/lesson/lesson_show.h"
#include "app/gui/model/state/app_state.h"

// How long somebody speaks already; for the speaker alone.
namespace interleave::gui {

// It runs from when the first slide is left. True where what is shown of it has changed.
bool advance_timer(const AppState& state, LessonShow& show, double host_seconds);
bool shows_timer(const AppState& state);
// "14:05   7:32 of 45 min, 37:28 left"
std::string timer_text(const AppState& state, const LessonShow& show);

}  // namespace interleave::gui

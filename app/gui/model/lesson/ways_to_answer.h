#pragma once

#include "app/gui/model/lesson/asked_question.h"
#include "app/gui/model/state/app_state.h"

// How somebody answers a question. Who sits alone types, or makes the answer by hand; else one of those that are
// offered is chosen.
namespace interleave::gui {

// A number is typed.
bool answer_is_typed(const AppState& state, const AskedQuestion& asked);
// That number is a moment, which can be pointed at in the picture too.
bool answer_is_moment(const AppState& state, const AskedQuestion& asked);
// Tasks are put in order.
bool answer_is_arranged(const AppState& state, const AskedQuestion& asked);

}  // namespace interleave::gui

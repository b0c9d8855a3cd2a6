#pragma once

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// Somebody wants to close the window: AppState::closed, or a question for each scenario with unsaved work.
void request_close(AppState& state);

// What was chosen of the answers that the notice offers.
void answer_notice(AppState& state, NoticeAnswer answer);

}  // namespace interleave::gui

#pragma once

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// So many sizes larger or smaller than what is seen; 0 is back to the usual one.
void change_text_scale(AppState& state, int steps);

}  // namespace interleave::gui

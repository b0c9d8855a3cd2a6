#pragma once

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// The new scenario as it was made is given up, for the one that was shown before.
void take_back_new(AppState& state);

}  // namespace interleave::gui

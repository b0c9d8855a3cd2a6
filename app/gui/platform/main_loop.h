#pragma once

#include "app/gui/model/app_state.h"
#include "app/gui/platform/graphics.h"

namespace interleave::gui {

// Shows the window until it is closed.
void run_window(Graphics& graphics, AppState& state);

}  // namespace interleave::gui

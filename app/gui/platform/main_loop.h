#pragma once

#include "app/gui/model/state/app_state.h"
#include "app/gui/platform/graphics.h"
#include "app/gui/platform/settings_file.h"

namespace interleave::gui {

// Shows the window until it is closed. What is set in it is kept.
void run_window(Graphics& graphics, AppState& state, SettingsFile& settings);

}  // namespace interleave::gui

#pragma once

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// Whether there is more on the screen than the picture: in a hall only while somebody uses it. Then it is the status
// bar and the timeline's buttons.
bool shows_tools(const AppState& state);

// In a hall the toolbar hides a part of the picture, so it is only there when it is asked for.
bool shows_toolbar(const AppState& state);

}  // namespace interleave::gui

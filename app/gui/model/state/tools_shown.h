#pragma once

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// Whether toolbar and status bar stand on the screen: in a hall only while somebody uses them.
bool shows_tools(const AppState& state);

}  // namespace interleave::gui

#pragma once

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// Opens it, its chosen entry marked; or closes it where it is open.
void toggle_menu(AppState& state, Menu menu);
void close_menu(AppState& state);

}  // namespace interleave::gui

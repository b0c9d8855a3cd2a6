#pragma once

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// Shows a scenario of one task, which is saved nowhere yet.
void new_scenario(AppState& state);

}  // namespace interleave::gui

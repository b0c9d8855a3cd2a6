#pragma once

#include <string>

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// Shows the virtual run in which the steps that count come in that order; or says why that cannot be. It stands still
// where its order leaves the one that the prediction has; at its end where it never does.
void show_scheduled(AppState& state, const std::string& schedule);

}  // namespace interleave::gui

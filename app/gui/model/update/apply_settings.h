#pragma once

#include "app/gui/model/state/settings.h"

namespace interleave::gui {

// How the window looks, but for its size.
void apply(const Settings& settings, AppState& state);
// How the scenario of the settings, once it is chosen, is run.
void apply_to_run(const Settings& settings, AppState& state);

}  // namespace interleave::gui

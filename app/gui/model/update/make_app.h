#pragma once

#include <vector>

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// The state of a window that has just been opened, with the first scenario chosen.
AppState make_app(Engine engine, std::vector<ScenarioEntry> scenarios);

}  // namespace interleave::gui

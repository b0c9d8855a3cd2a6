#pragma once

#include <cstddef>
#include <vector>

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// The state of a window that has just been opened, with that one of the scenarios chosen.
AppState make_app(Engine engine, std::vector<ScenarioEntry> scenarios, std::size_t chosen = 0);

}  // namespace interleave::gui

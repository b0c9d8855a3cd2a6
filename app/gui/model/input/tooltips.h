#pragma once

#include <string>

#include "app/gui/model/input/acts.h"

namespace interleave::gui {

// The first key of the table that does what the act does; empty where there is none.
std::string key_of(const AppState& state, const Act& act);

// What it does, and its key.
std::string tooltip_of(const AppState& state, const Act& act);

}  // namespace interleave::gui

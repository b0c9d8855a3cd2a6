#pragma once

#include <string>

#include "app/gui/model/state/app_state.h"
#include "app/gui/platform/graphics.h"

namespace interleave::gui {

// Writes the window, as it shows that state, to a PNG file. Returns what went wrong, or nothing.
std::string write_screenshot(Graphics& graphics, const AppState& state, Size size, const std::string& file);

// Until what the background computes for the picture is there; for a while.
void wait_for_background(AppState& state);

}  // namespace interleave::gui

#pragma once

#include <string>

#include "app/gui/model/state/app_state.h"
#include "app/gui/platform/graphics.h"

namespace interleave::gui {

// Writes the window, as it shows that state, to a PNG file. Returns what went wrong, or nothing.
std::string write_screenshot(Graphics& graphics, const AppState& state, Size size, const std::string& file);

// Until what plays has come to its end, and what the background computes for the picture is there; for a while. What
// runs in real time goes on.
void come_to_rest(AppState& state);

}  // namespace interleave::gui

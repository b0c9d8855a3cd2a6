#pragma once

#include <functional>
#include <string>

#include "app/gui/model/state/app_state.h"
#include "app/gui/platform/graphics.h"

namespace interleave::gui {

// Draws every picture of the gallery, each from a fresh state, and writes them and the page that shows them into the
// directory, which is made where there is none; the names of the pictures are printed. ImGui has been started. Returns
// what went wrong, or nothing.
std::string write_gallery(Graphics& graphics, const std::string& directory, Size size,
                          const std::function<AppState()>& fresh_state);

}  // namespace interleave::gui

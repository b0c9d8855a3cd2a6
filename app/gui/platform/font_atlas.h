#pragma once

#include "app/gui/views/canvas.h"

namespace interleave::gui {

// Loads the window's fonts into ImGui's atlas, at that scale (1 is 100 %), in place of those before. Between frames
// only; needs no display. Falls back on ImGui's own font where none is found.
Fonts load_fonts(float scale);
// With the characters of these texts and few others: at many times the usual size, all would not fit into a texture.
Fonts load_fonts_for(float scale, const std::vector<DrawnText>& texts);

}  // namespace interleave::gui

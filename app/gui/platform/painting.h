#pragma once

#include <vector>

#include "app/gui/model/state/app_state.h"
#include "app/gui/platform/graphics.h"
#include "app/gui/views/screen.h"

namespace interleave::gui {

// The window as it was drawn last.
struct LastFrame {
  const Screen& screen;
  const std::vector<DrawnText>& texts;
  float scale = 1;  // of its fonts
};

// Draws the window once more, between two of its frames, so many times as wide and as high and as sharp: on fonts of
// that size, and without whatever lies over it. The window itself notices nothing.
Result<Painting, std::string> paint_window(AppState& state, const LastFrame& last, int times);

}  // namespace interleave::gui

#pragma once

#include <array>

#include "app/gui/model/state/app_state.h"

// How large text and all else is shown.
namespace interleave::gui {

// The largest scale, in per cent, at which a window of that size has room for its parts; at least 100.
float most_scale(float width_px, float height_px);
// Of text and all else, in per cent, in a window of that size: presented, no text is smaller than 28 pixels at 1080.
float shown_scale(const AppState& state, float width_px, float height_px);

}  // namespace interleave::gui

#pragma once

#include "app/gui/model/picture/viewport.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// Wheel, drags and double clicks on the axis and the lanes.
void react_to_gestures(const Ui& ui, Rect axis, Rect lanes, const TimeScale& scale);

}  // namespace interleave::gui

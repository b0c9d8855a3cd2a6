#pragma once

#include "app/gui/model/picture/viewport.h"
#include "app/gui/views/widgets/ui.h"
#include "core/timeline/timeline.h"

namespace interleave::gui {

// The handle at the end of the selected bar, where the length that it stands for is one of the scenario's.
void draw_duration_handle(const Ui& ui, Rect bar, const Span& span, const TimeScale& scale);

// Wishes for the length that the pointer drags the end to, and says what that changes.
void follow_duration_drag(const Ui& ui, Rect lanes, const TimeScale& scale);

}  // namespace interleave::gui

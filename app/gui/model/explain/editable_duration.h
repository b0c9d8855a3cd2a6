#pragma once

#include <optional>

#include "app/gui/model/edit/duration_edit.h"
#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// Whether an edge of that span, of the run on the screen, stands for a length of the scenario as it is now.
std::optional<DurationPlace> editable_duration(const AppState& state, const Span& span);

}  // namespace interleave::gui

#pragma once

#include <optional>

#include "app/gui/model/state/app_state.h"

// When things happen in whatever is on the screen: the run, or all that are compared.
namespace interleave::gui {

// The nearest event of any run on the screen.
std::optional<Time> next_shown_event(const AppState& state, Time after);
std::optional<Time> previous_shown_event(const AppState& state, Time before);
// The one next to the playhead.
std::optional<Time> neighbouring_event(const AppState& state, Direction direction);

// The edge of a bar, the playhead or the mark that is nearest to `time`, where one lies within `reach`; else `time`.
Time snapped(const AppState& state, Time time, Duration reach);

}  // namespace interleave::gui

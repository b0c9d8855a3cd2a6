#pragma once

#include <optional>

#include "core/timeline/timeline.h"

namespace interleave::gui {

// The moments at which something happens: a span begins or ends, a turn, a line of output, a task's submission or end.
// Each takes O(tracks * log(spans)). Nothing after the timeline's horizon.
std::optional<Time> next_event(const Timeline& timeline, Time after);
std::optional<Time> previous_event(const Timeline& timeline, Time before);

}  // namespace interleave::gui

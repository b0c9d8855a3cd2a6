#pragma once

#include <optional>

#include "app/gui/model/explain/occupancy_part.h"
#include "core/timeline/timeline.h"

namespace interleave::gui {

// What tasks share at a moment: who holds the locks and who waits for them, permits left, items in queues, values of
// variables. None where they share nothing.
std::optional<OccupancyPart> shared_at(const Timeline& timeline, Time now);

}  // namespace interleave::gui

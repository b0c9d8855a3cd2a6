#pragma once

#include <optional>
#include <vector>

#include "app/gui/model/explain/occupancy_part.h"
#include "core/timeline/sharing_marks.h"

namespace interleave::gui {

// What tasks share at a moment: who holds the locks and who waits for them, permits left, items in queues, values of
// variables, and of those marks what was wrong with their uses so far. None where they share nothing.
std::optional<OccupancyPart> shared_at(const Timeline& timeline, Time now, const std::vector<SharingMark>& marks = {});

}  // namespace interleave::gui

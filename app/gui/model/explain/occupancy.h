#pragma once

#include <vector>

#include "app/gui/model/explain/occupancy_part.h"
#include "core/timeline/sharing_marks.h"

namespace interleave::gui {

// What runs the tasks, and who occupies it at a moment: an event loop with its ready queue and its timers, a pool
// with its queue and its workers, threads and the cores they share. From where tasks come to where they go; and apart
// from that what they share, and what of those marks was wrong with that so far.
std::vector<OccupancyPart> occupancy_at(const Timeline& timeline, Time now, const std::vector<SharingMark>& marks = {});

}  // namespace interleave::gui

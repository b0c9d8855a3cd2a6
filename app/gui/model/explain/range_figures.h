#pragma once

#include <vector>

#include "core/timeline/moment.h"

namespace interleave::gui {

// What happened within a stretch.
struct RangeFigures {
  Duration length{0};
  Duration work{0};                    // of all tasks, running and sleeping
  std::vector<WorkerFigures> workers;  // busy and held within it; utilisation of its length
  TaskId longest_waiter = TaskId::none;
  Duration longest_wait{0};  // queued plus ready within it, of one task
};

// Of what the timeline holds between the two moments: the difference of two Moments. O((tasks + workers) * log(spans)).
RangeFigures figures_within(const Timeline& timeline, Time begin, Time end);

}  // namespace interleave::gui

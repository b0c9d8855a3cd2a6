#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/interchange/time_axis.h"
#include "core/timeline/timeline.h"

namespace interleave {

// What one column of a lane shows.
enum class Cell : std::uint8_t {
  nothing,
  running,
  waiting_worker_free,
  waiting_worker_held,
  ready,
  queued,
  brief,  // something that takes less than half a column, and would not be seen otherwise
};

// One cell for each column of the axis and one for the end itself. A column shows the state that prevails in it; spans
// that no column shows, and turns in an empty one, are brief. What is open ends at `horizon`.
std::vector<Cell> cells_of(std::span<const Span> spans, std::span<const Turn> turns, const TimeAxis& axis,
                           Time horizon);

}  // namespace interleave

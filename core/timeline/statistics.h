#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/timeline/moment.h"

namespace interleave {

// The figures of a run: of the whole where it is finished, else up to its horizon.
struct Statistics {
  Time makespan{};
  Duration work{0};                // of all tasks, running and sleeping
  std::optional<double> speed_up;  // none where either makespan is unknown or zero
  std::size_t threads = 0;         // workers that the run created
  std::vector<WorkerFigures> workers;
  LongestWait::Longest longest_wait;  // queued plus ready, of one task
};

// `sequential` is the makespan of the virtual sequential run of the same scenario, against which speed-up is measured.
Statistics statistics(const Timeline& timeline, std::optional<Time> sequential);

}  // namespace interleave

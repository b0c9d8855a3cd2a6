#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/timeline/timeline.h"

namespace interleave::gui {

// A worker process that was made and cannot take its first task yet.
struct Starting {
  WorkerId worker = WorkerId::none;
  TaskId task = TaskId::none;  // queued for it; none where that is not on record
  Time created{};
  std::optional<Time> ready = {};  // when it takes the task, where that is on record already
};

// Those at that moment, by worker. Empty where workers take no time to start: where they are threads.
std::vector<Starting> starting_at(const Timeline& timeline, Time now);

// The one for which that task is queued, or that is that worker; null: none of them.
const Starting* starting_for(const std::vector<Starting>& starting, TaskId task);
const Starting* starting_as(const std::vector<Starting>& starting, WorkerId worker);

// How long the slowest of them took; nothing where workers take no time to start.
Duration longest_start(const Timeline& timeline);
// The most tasks that were queued at once although no process was starting for them.
std::size_t most_queued(const Timeline& timeline);

}  // namespace interleave::gui

#pragma once

#include <cstddef>
#include <vector>

#include "core/explore/state_graph.h"
#include "core/record/schedule.h"

namespace interleave {

// For each outcome that is reached the simplest of the schedules that lead to it: the one with the fewest switches from
// one task to another; of those the shortest; of those the one whose first different token is the least, by task, then
// by kind. For the others an empty one.
std::vector<Schedule> simplest_schedules(const StateGraph& graph, std::size_t outcomes);

}  // namespace interleave

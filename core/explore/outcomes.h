#pragma once

#include <cstdint>
#include <map>

#include "core/explore/exploration.h"
#include "core/explore/random_runs.h"
#include "core/explore/state_graph.h"

namespace interleave {

// What the graph says of the outcomes, whose numbers in it are those of `results`.
Exploration what_is_known(const StateGraph& graph, std::map<RunResult, std::uint32_t> results, bool complete);

// Where not all is known: what random runs came to.
void add_estimates(Exploration& found, RandomRuns runs);

}  // namespace interleave

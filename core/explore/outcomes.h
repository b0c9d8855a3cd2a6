#pragma once

#include <cstddef>
#include <cstdint>
#include <map>

#include "core/explore/exploration.h"
#include "core/explore/random_runs.h"
#include "core/explore/state_graph.h"

namespace interleave {

// What the graph says of the outcomes, whose numbers in it are those of `results`. It is kept where all is known and it
// has no more states than that.
Exploration what_is_known(StateGraph graph, std::map<RunResult, std::uint32_t> results, bool complete,
                          std::size_t most_states_kept);

// Where not all is known: what random runs came to.
void add_estimates(Exploration& found, RandomRuns runs);

}  // namespace interleave

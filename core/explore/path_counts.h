#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/explore/big_number.h"
#include "core/explore/state_graph.h"

namespace interleave {

// How many ways lead to each outcome, and how likely each is if at every step all that are possible are equally likely.
struct PathCounts {
  bool endless = false;            // there are ways that never end, so that there is no number
  BigNumber ways;                  // to any outcome, or to the border
  std::vector<BigNumber> ways_to;  // by outcome
  std::vector<double> chances;     // by outcome
  double never_ends = 0;           // the chance to come to where no end can be reached any more
  bool can_be_stuck = false;       // there is such a state
  std::uint64_t going_round = 0;   // the tasks, by bit, whose steps lead round in circles or from one to another
};

PathCounts count_paths(const StateGraph& graph, std::size_t outcomes);

}  // namespace interleave

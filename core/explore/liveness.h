#pragma once

#include <cstdint>
#include <vector>

#include "core/execution/code.h"

namespace interleave {

// What of a task's state still matters to what it does from an instruction on: positions of counters, of the task's own
// values, of the decisions that it is in, of its clean-ups, and of its loops over tasks as they end.
struct LiveParts {
  std::vector<std::uint32_t> counters;
  std::vector<std::uint32_t> owns;
  std::vector<std::uint32_t> decisions;
  std::vector<std::uint32_t> clean_ups;
  std::vector<std::uint32_t> eaches;
};

// By instruction, before which the task stands. Backwards along all ways that it can take from there, as a compiler
// finds live variables (Aho, Lam, Sethi, Ullman: Compilers, 9.2.5); every step within a region may leave that.
std::vector<LiveParts> live_parts(const Code& code);

}  // namespace interleave

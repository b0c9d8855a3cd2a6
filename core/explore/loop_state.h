#pragma once

#include <cstdint>
#include <vector>

#include "core/execution/execution.h"
#include "core/explore/packing.h"
#include "core/explore/task_packing.h"

namespace interleave {

// What an execution on an event loop has come to besides what stands in it.
struct LoopHistory {
  bool lost_updates = false;
  bool stale = false;
  std::uint64_t taken = 0;   // tasks whose failures somebody has handled, by bit
  std::uint32_t output = 0;  // by number, where it matters
};

// An execution on an event loop that waits, as bytes: the same bytes go on in the same ways. It cannot be put back.
void save_loop(Packer& to, const Execution& execution, const LoopHistory& history, TaskPacking& packing);

}  // namespace interleave

#pragma once

#include <string>

#include "core/run/virtual_run.h"
#include "core/timeline/timeline.h"

namespace interleave {

// Why a run has stood still before the end of its schedule: whose turn it was and what that task was at, and who could
// go instead. `step 3, "desk 2": it waits for lock "m", held by desk 1; now only desk 1 can go`.
std::string schedule_problem(const VirtualRun& run, const Timeline& timeline);

}  // namespace interleave

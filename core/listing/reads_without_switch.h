#pragma once

#include <unordered_set>

#include "core/base/ids.h"
#include "core/scenario/scenario.h"

namespace interleave {

// Reads of shared variables behind which another task may write, so that the update by a later write of the same
// task is lost; but CPython, whose threads change places only at calls and at the ends of loops, never lets another
// one go on there. None where one lock is held at every access of the variable, so that nobody could come between.
std::unordered_set<StepId> reads_without_a_switch(const Scenario& scenario);

}  // namespace interleave

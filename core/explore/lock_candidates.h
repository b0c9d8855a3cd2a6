#pragma once

#include <vector>

#include "core/explore/lock_change.h"
#include "core/scenario/scenario.h"

namespace interleave {

// Where somebody may put a lock, so that tasks do not come between each other at variables that several of them touch.
// A *whole* are the steps of a body from the first that touches a variable to the last. In this order:
// - one lock around the whole of every body;
// - around each access by itself, of the writes alone, of the reads alone;
// - around the whole of one body only; a lock of its own for each task;
// - a lock that there is, also around the whole of those bodies that do not take it; one in place of several;
// - around what each variable needs; around whoever calls a function with accesses;
// - around every run of steps that begins and ends with an access, in bodies that are alike, and the whole of the
// others. Some may come to the same.
std::vector<LockChange> lock_candidates(const Scenario& scenario);

}  // namespace interleave

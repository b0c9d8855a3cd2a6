#pragma once

#include <vector>

#include "core/explore/lock_change.h"
#include "core/scenario/scenario.h"

namespace interleave {

// What somebody may try where tasks can wait for each other's locks in a circle. In this order:
// - one task alone takes two locks the other way round;
// - all take theirs in one order, that in which the scenario names them;
// - a function takes two locks the other way round, whoever calls it;
// - one lock more around the outer ones.
// Where a parameter tells which lock it is, a task that takes them the other way round gives its arguments the other
// way round, if they are for locks alone; else the function has two parameters more, for the locks in their order. A
// function that steps call, and locks of which one is taken in a function and the other by who calls it, stay as they
// are.
std::vector<LockedScenario> lock_order_candidates(const Scenario& scenario);

}  // namespace interleave

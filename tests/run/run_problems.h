#pragma once

#include <string>

#include "core/run/simulate.h"
#include "tests/support/random_scenario.h"

// What is wrong with a finished virtual run, as a sentence; empty when nothing is. Everything here follows from the
// scenario and the contract alone, not from how the run is executed.
namespace interleave::testing {

// Whether every task did all its steps once, in order and for exactly their time, and printed its lines at the moments
// that follow from them; and waited for nothing that its mode does not have.
std::string problem_with_steps(const PlannedScenario& planned, const Timeline& run);

// Whether the workers' lanes show what the tasks' lanes show, and nobody is at two places at once.
std::string problem_with_lanes(const Timeline& run);

// Whether at every moment no more tasks are on workers or cores than there are, and nobody waits for a worker, the loop
// or a core that is free; and where there is an interpreter's lock, whether one at most computes, and nobody waits for
// a lock that nobody computes with.
std::string problem_with_load(const PlannedScenario& planned, const Timeline& run);

// Whether tasks end exactly when the sums of their steps say so, in runs in which they do not compete for cores or for
// an interpreter's lock.
std::string problem_with_sums(const PlannedScenario& planned, const Timeline& run);

// Whether the run's workers had to have an interpreter's lock to go on.
inline bool has_lock(const PlannedScenario& planned, const RunInfo& info) {
  const ModeTraits& mode = traits(info.mode);
  return info.gil && !mode.one_worker && mode.shares_memory && contains(planned.scenario, Verb::compute);
}

}  // namespace interleave::testing

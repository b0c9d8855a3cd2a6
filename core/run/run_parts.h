#pragma once

#include "core/execution/execution.h"
#include "core/run/run_settings.h"
#include "core/timeline/timeline.h"

// What simulated and real runs are put together from.
namespace interleave {

Execution::Settings execution_settings(const RunSettings& settings);

// Whether the runtime has to have an interpreter's lock: there is one, and threads that compete for it. Where nothing
// computes it is never held for any time, and in a process of its own nobody asks for it but the only thread there.
bool needs_gil(const Scenario& scenario, const RunSettings& settings);

// The end of a run in which every task came to its own, at the end of the last one: failed if any did and no other one
// handled that. Its error is that of the first.
RunEnd end_of_finished(const Timeline& timeline);

// The end of a run in which at that moment every task that was left waited for another.
RunEnd end_of_deadlocked(const Timeline& timeline, Time at);

}  // namespace interleave

#pragma once

#include <iosfwd>
#include <string>

#include "core/timeline/timeline.h"

namespace interleave {

// The run in Chrome's trace event format (JSON), as Perfetto and chrome://tracing open it: a process of workers, each a
// thread with a slice for every span on it; a process of tasks, each an asynchronous track from its submission to its
// end, with a slice within for every span; the output as instants; and arrows from what held a worker to what had
// waited for it. Events are in order of time, and times in microseconds that Perfetto reads to the exact nanosecond.
// What is open ends at the horizon.
std::string trace_json(const Timeline& timeline);

// The same, piece by piece, for runs too large to hold twice.
void write_trace(const Timeline& timeline, std::ostream& to);

}  // namespace interleave

#pragma once

#include <iosfwd>
#include <string>

#include "core/timeline/timeline.h"

namespace interleave {

// The run as a table, a row a span, by task and then by time:
//
//   task,state,cause,begin,end,length,worker,step
//   coffee,waiting,sleep,0,1,1,thread 1,2
//
// Times are scenario seconds, shortest decimals. Cause, worker and step are empty where there is none; steps count from
// 1 in the order in which they stand in the scenario's file. Fields are quoted as RFC 4180 says; lines end in a single
// newline, as everything else that is written here. What is open ends at the horizon.
std::string span_csv(const Timeline& timeline);

// The same, piece by piece, for runs too large to hold twice.
void write_span_csv(const Timeline& timeline, std::ostream& to);

}  // namespace interleave

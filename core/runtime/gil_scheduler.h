#pragma once

#include <deque>
#include <vector>

#include "core/base/time.h"
#include "core/runtime/core_scheduler.h"
#include "core/runtime/runtime.h"

namespace interleave {

// The lock of an interpreter that lets one of its threads go on at a time, on a clock that its caller moves: as CPython
// has it since 3.2 (A. Pitrou, "Reworking the GIL", 2009). Its holder keeps it until it waits or ends; or, while it
// computes, for one interval after it was asked for, or after it got it, whichever is later. Askers get it first in,
// first out, which CPython leaves to the system; each handover to an asker may take a while, in which nobody goes on.
// At one moment ends come first, then who asks, then the interval's end.
class GilScheduler {
 public:
  explicit GilScheduler(Duration interval, Duration switch_cost = Duration::zero())
      : interval_(interval), switch_cost_(switch_cost) {}

  // Whether the worker has the lock now; else it queues, and `observer` learns of it.
  bool take(Worker& worker, CoreObserver& observer, Time now);
  // The holder needs so much CPU time, more than none. Its job's worker is the holder.
  void compute(const CoreScheduler::Job& job, Time now);
  // The holder waits or ends; from anybody else this means nothing. Who is returned has the lock now and goes on: null
  // where that is nobody, or one whose computation goes on.
  Worker* let_go(const Worker& worker, Time now);

  // The next moment at which anything happens, or kNever.
  Time next() const;
  // Appends the computation that ends at `now`, if any. Its worker keeps the lock.
  void end_at(Time now, std::vector<CoreScheduler::Job>& ended);
  // Hands the lock over where the holder's time is up, or its handover is over. Returns as let_go does. After all ends
  // and askers of that moment.
  Worker* expire_at(Time now);
  // Nobody has it and nobody asks for it.
  void clear();

 private:
  struct Asker {
    CoreScheduler::Job job;
    Time asked{};
  };

  Time end() const { return computing_since_ + holder_.left; }
  Time handover() const;
  Worker* give_to_first(Time now);
  Worker* arrive(Time now);

  const Duration interval_;
  const Duration switch_cost_;
  CoreScheduler::Job holder_;  // no worker: nobody; nothing left: it does not compute
  Time arrival_{};             // of the lock at its holder, while it is handed over
  bool is_handed_over_ = false;
  Time held_since_{};
  Time computing_since_{};
  std::deque<Asker> askers_;
};

}  // namespace interleave

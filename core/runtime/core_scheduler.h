#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "core/base/time.h"
#include "core/runtime/runtime.h"

namespace interleave {

// N equal cores shared by computations, round robin, on a clock that its caller moves: first come, first served, and
// after a time slice a core is passed on if anybody queues. Event-driven and exact: while nobody queues, nothing is
// scheduled but the ends. At one moment ends come first, then arrivals, then expiries of slices, ties by core number.
class CoreScheduler {
 public:
  struct Job {
    Worker* worker = nullptr;
    CoreObserver* observer = nullptr;
    Duration left{0};           // CPU time it still needs
    std::uint64_t request = 0;  // the order in which computations and other waits were asked for
  };

  CoreScheduler(int cores, Duration time_slice);

  // The next moment at which anything happens, or kNever.
  Time next() const;
  // Frees the cores whose computations end at `now`, hands those cores to who queues, and appends who ended to `ended`,
  // by core number.
  void end_at(Time now, std::vector<Job>& ended);
  // A computation that needs more than no time: takes a free core or queues.
  void arrive(const Job& job, Time now);
  // Passes on the cores whose slices are used up at `now`. After all ends and arrivals of that moment.
  void expire_at(Time now);
  // Takes every computation away, running ones first.
  void clear(std::vector<Job>& removed);

 private:
  struct Core {
    Job job;
    Time since{};  // when its slices began
    bool busy = false;
  };

  Time end_of(const Core& core) const { return core.since + core.job.left; }
  Time slice_end(const Core& core) const;
  void give(Core& core, const Job& job, Time now);
  void take_away(Core& core, Time now);

  const Duration time_slice_;
  std::vector<Core> cores_;
  std::deque<Job> queue_;
  Time armed_at_{};  // since when somebody queues: slice boundaries before it went by unnoticed
};

}  // namespace interleave

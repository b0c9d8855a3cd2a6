#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "core/timeline/timeline.h"

namespace interleave {

// Where a task stands at a moment.
struct Position {
  enum class Kind : std::uint8_t { not_submitted, in_span, between_steps, ended };

  Kind kind = Kind::not_submitted;
  const Span* span = nullptr;  // where it is in_span; belongs to the timeline, until that grows
};

// What a worker did up to a moment; `utilisation` is its busy time over the makespan so far.
struct WorkerFigures : WorkerTime {
  double utilisation = 0;
};

// A run as of one moment: of its past alone. What begins at the moment has begun, what ends at it has ended. Each
// question takes O(log n). Refers to the timeline, which must outlive it.
class Moment {
 public:
  // `t` may lie anywhere; beyond the horizon nothing more happens.
  Moment(const Timeline& timeline, Time t);

  Time time() const { return t_; }

  Position position(TaskId task) const;
  // The span that occupies the worker, or null where it is free.
  const Span* occupant(WorkerId worker) const;
  // Those of Timeline::output() that are printed by now come first: this many.
  std::size_t lines_printed() const;
  std::optional<int> max_workers() const;

  Counts counts() const { return timeline_.counters().at(t_); }
  // Of a task that is submitted, has not ended and is in no span: it is between two steps.
  std::uint32_t between_steps() const;

  Time makespan() const { return t_; }
  // The total time of running and sleeping so far.
  Duration work() const { return timeline_.counters().work_until(t_); }
  WorkerFigures worker(WorkerId worker) const;
  // How long the task has been queued or ready so far.
  Duration waited(TaskId task) const;
  LongestWait::Longest longest_wait() const { return timeline_.longest_wait().at(t_); }

 private:
  const Timeline& timeline_;
  Time t_;
};

}  // namespace interleave

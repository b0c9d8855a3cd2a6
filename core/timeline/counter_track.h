#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/time.h"

namespace interleave {

// What is counted over a run. A task that is submitted, has not ended and is in none of the states is between two
// steps.
enum class Counter : std::uint8_t {
  submitted,
  queued,
  ready,
  running,
  waiting_worker_free,
  waiting_worker_held,
  working,  // running, or asleep: what one task after another would have to do
  ended,
  workers,  // created and not retired
};

inline constexpr std::size_t kCounters = 9;

class Counts {
 public:
  std::uint32_t operator[](Counter counter) const { return values_[static_cast<std::size_t>(counter)]; }
  std::uint32_t& operator[](Counter counter) { return values_[static_cast<std::size_t>(counter)]; }

  friend bool operator==(const Counts&, const Counts&) = default;

 private:
  std::array<std::uint32_t, kCounters> values_{};
};

// How many tasks and workers were in which state at every moment, and how much work had been done by then. Grows by
// changes in about the order of time; a question takes O(log n).
class CounterTrack {
 public:
  struct Point {
    Time at{};
    Duration work{};  // up to here
    Counts counts;    // from here on
  };

  CounterTrack() = default;
  // As it was when it said so of points(). They are in order of time, and work follows from the counts.
  explicit CounterTrack(std::vector<Point> points) : points_(std::move(points)) { close(); }

  // Taken into account by the next settle().
  void change(Time at, Counter counter, int difference) { pending_.push_back({at, counter, difference}); }

  // O(k) for k changes later than all that came before; else also what lies behind the earliest one is gone over again.
  void settle();

  Counts at(Time t) const;
  // To be told when nothing changes any more, with settle(): what highest() answers is known from then on.
  void close();
  // The highest that each was at any moment. O(n) before close().
  Counts highest() const { return highest_ ? *highest_ : highest_of_points(); }
  // Where the counts change, of a settled track: by time.
  const std::vector<Point>& points() const { return points_; }

  // The total length of what `working` counts, up to `t`.
  Duration work_until(Time t) const;

 private:
  struct Change {
    Time at{};
    Counter counter{};
    int difference = 0;
  };

  Counts highest_of_points() const;
  const Point* last_point_at(Time t) const;
  void push(Time at, const Counts& counts);

  std::vector<Point> points_;  // by time, each different from the one before
  std::vector<Change> pending_;
  std::optional<Counts> highest_;
};

}  // namespace interleave

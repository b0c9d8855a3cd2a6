#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "core/base/time.h"

namespace interleave {

// Timers by deadline, those of one moment in the order they were added. A radix heap (Ahuja, Mehlhorn, Orlin, Tarjan:
// "Faster algorithms for the shortest path problem", 1990): time never goes back, so a timer lies in the bucket of the
// highest bit in which its deadline differs from the last moment taken, and moves to a lower one each time it is
// touched. Not thread-safe.
template <class T>
class TimerQueue {
 public:
  struct Timer {
    Time deadline;
    T value;
  };

  bool empty() const { return filled_ == 0; }

  // The earliest deadline, or kNever.
  Time next() const { return filled_ == 0 ? kNever : Time(Duration(earliest_[lowest_bucket()])); }

  // A deadline before the last moment taken counts as that moment.
  void add(Time deadline, T value) {
    deadline = std::max(deadline, Time(Duration(last_)));
    put({deadline, value});
  }

  // In no order.
  template <class Visit>
  void for_each(const Visit& visit) const {
    for (const std::vector<Timer>& timers : buckets_) {
      for (const Timer& timer : timers) visit(timer);
    }
  }

  // Takes away timers for which that holds, up to the earliest one for which it does not.
  template <class Test>
  void drop_first_if(const Test& test) {
    while (filled_ != 0) {
      const std::size_t bucket = lowest_bucket();
      std::vector<Timer>& timers = buckets_[bucket];
      std::erase_if(timers, [&](const Timer& timer) { return test(timer.value); });
      if (!timers.empty()) {
        const auto earlier = [](const Timer& a, const Timer& b) { return a.deadline < b.deadline; };
        earliest_[bucket] =
            std::min_element(timers.begin(), timers.end(), earlier)->deadline.time_since_epoch().count();
        return;
      }
      filled_ &= ~(std::uint64_t{1} << bucket);
    }
  }

  // Replaces the content of `timers` by all timers of the moment next(), in the order they were added. Not when empty.
  void take_next(std::vector<Timer>& timers) {
    timers.clear();
    const std::size_t bucket = lowest_bucket();
    if (bucket != 0) {
      last_ = earliest_[bucket];
      filled_ &= ~(std::uint64_t{1} << bucket);
      if (buckets_[bucket].size() == 1) {
        timers.swap(buckets_[bucket]);
        return;
      }
      for (const Timer& timer : buckets_[bucket]) put(timer);
      buckets_[bucket].clear();
    }
    timers.swap(buckets_[0]);
    filled_ &= ~std::uint64_t{1};
  }

 private:
  std::size_t lowest_bucket() const { return static_cast<std::size_t>(std::countr_zero(filled_)); }

  void put(Timer timer) {
    const std::int64_t key = timer.deadline.time_since_epoch().count();
    const auto bucket = static_cast<std::size_t>(std::bit_width(static_cast<std::uint64_t>(key ^ last_)));
    const std::uint64_t bit = std::uint64_t{1} << bucket;
    earliest_[bucket] = (filled_ & bit) != 0 ? std::min(earliest_[bucket], key) : key;
    filled_ |= bit;
    buckets_[bucket].push_back(timer);
  }

  // Keys are not negative, so that they differ in 63 bits at most.
  std::array<std::vector<Timer>, 64> buckets_;
  std::array<std::int64_t, 64> earliest_{};
  std::uint64_t filled_ = 0;  // the buckets that hold anything, by bit
  std::int64_t last_ = 0;     // the last moment taken
};

}  // namespace interleave

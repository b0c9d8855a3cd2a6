#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace interleave {

// How much each of several tasks has done as far as one of them can know: one number a task.
class VectorClock {
 public:
  explicit VectorClock(std::size_t tasks = 0) : times_(tasks) {}

  std::uint32_t operator[](std::size_t task) const { return times_[task]; }
  void tick(std::size_t task) { ++times_[task]; }
  // Knows from now on what the other one knows.
  void join(const VectorClock& other) {
    for (std::size_t i = 0; i < times_.size() && i < other.times_.size(); ++i) {
      times_[i] = std::max(times_[i], other.times_[i]);
    }
  }

 private:
  std::vector<std::uint32_t> times_;
};

}  // namespace interleave

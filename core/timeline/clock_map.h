#pragma once

#include <cstdint>
#include <vector>

#include "core/base/time.h"
#include "core/record/record.h"

namespace interleave {

// Where the scenario's clock stood at a stamp. Until it is told otherwise, stamps are scenario time. Never runs
// backwards from stamp to stamp: a segment's rounded end is held to the beginning of the next one.
class ClockMap {
 public:
  // In any order; a second change at the same stamp replaces the first.
  void add(const ClockChange& change);

  Time at(std::int64_t stamp) const;

 private:
  std::vector<ClockChange> segments_ = {ClockChange{}};  // by stamp, never empty
};

}  // namespace interleave

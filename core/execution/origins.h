#pragma once

#include <cstdint>
#include <vector>

#include "core/base/ids.h"

namespace interleave {

// A read of a shared variable, by its number among the run's accesses.
struct Origin {
  ObjectId variable = ObjectId::none;
  std::uint32_t read = 0;

  friend bool operator==(const Origin&, const Origin&) = default;
};

// What a value comes from, or a decision: sorted, of each variable the oldest read.
class Origins {
 public:
  Origins() = default;
  explicit Origins(Origin one) : all_{one} {}

  void add(const Origins& more);
  const std::vector<Origin>& all() const { return all_; }

  friend bool operator==(const Origins&, const Origins&) = default;

 private:
  std::vector<Origin> all_;
};

}  // namespace interleave

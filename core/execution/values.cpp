#include "core/execution/values.h"

#include <utility>

namespace interleave {

Values::Values(std::size_t count) : count_(static_cast<std::uint32_t>(count)) {
  if (count > 0) numbers_ = std::make_unique<std::int64_t[]>(count);
}

Values::Values(const Values& other) : Values(other.count_) { std::ranges::copy(other.all(), numbers_.get()); }

Values& Values::operator=(Values other) noexcept {
  numbers_.swap(other.numbers_);
  std::swap(count_, other.count_);
  return *this;
}

}  // namespace interleave

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>

namespace interleave {

// The numbers of a task, as plain data: a block of just their size, and none where there are none.
class Values {
 public:
  Values() = default;
  explicit Values(std::size_t count);
  Values(const Values& other);
  Values(Values&& other) noexcept : numbers_(std::move(other.numbers_)), count_(std::exchange(other.count_, 0)) {}
  Values& operator=(Values other) noexcept;
  ~Values() = default;

  std::int64_t& operator[](std::size_t position) { return numbers_[position]; }
  std::int64_t operator[](std::size_t position) const { return numbers_[position]; }
  std::span<const std::int64_t> all() const { return {numbers_.get(), count_}; }

  friend bool operator==(const Values& one, const Values& other) { return std::ranges::equal(one.all(), other.all()); }

 private:
  std::unique_ptr<std::int64_t[]> numbers_;
  std::uint32_t count_ = 0;
};

}  // namespace interleave

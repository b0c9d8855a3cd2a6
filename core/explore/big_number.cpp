#include "core/explore/big_number.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <fmt/format.h>

namespace interleave {

bool add_parts(std::span<std::uint64_t> to, std::span<const std::uint64_t> other) {
  bool carry = false;
  for (std::size_t i = 0; i < to.size(); ++i) {
    std::uint64_t sum = 0;
    const bool first = __builtin_add_overflow(to[i], other[i], &sum);
    const bool second = __builtin_add_overflow(sum, std::uint64_t{carry}, &to[i]);
    carry = first || second;
  }
  return carry;
}

void BigNumber::add(std::span<const std::uint64_t> parts) {
  std::vector<std::uint64_t> other(parts.begin(), parts.end());
  const std::size_t size = std::max(parts_.size(), other.size());
  parts_.resize(size);
  other.resize(size);
  if (add_parts(parts_, other)) parts_.push_back(1);
  while (!parts_.empty() && parts_.back() == 0) parts_.pop_back();
}

double BigNumber::to_double() const {
  double value = 0;
  for (std::size_t i = parts_.size(); i-- > 0;) value = std::ldexp(value, 64) + static_cast<double>(parts_[i]);
  return value;
}

std::string BigNumber::text() const {
  constexpr std::uint64_t kGroup = 1'000'000'000;
  std::vector<std::uint64_t> left = parts_;
  std::vector<std::uint64_t> groups;  // of nine digits, the lowest first
  while (!left.empty()) {
    std::uint64_t rest = 0;
    const auto divide = [&rest](std::uint64_t half) {
      const std::uint64_t value = rest << 32U | half;
      rest = value % kGroup;
      return value / kGroup;
    };
    for (std::size_t i = left.size(); i-- > 0;) {
      const std::uint64_t high = divide(left[i] >> 32U);
      const std::uint64_t low = divide(left[i] & 0xffff'ffffU);
      left[i] = high << 32U | low;
    }
    groups.push_back(rest);
    while (!left.empty() && left.back() == 0) left.pop_back();
  }
  if (groups.empty()) return "0";
  std::string text = std::to_string(groups.back());
  for (std::size_t i = groups.size() - 1; i-- > 0;) text += fmt::format("{:09}", groups[i]);
  return text;
}

std::strong_ordering operator<=>(const BigNumber& one, const BigNumber& other) {
  if (one.parts_.size() != other.parts_.size()) return one.parts_.size() <=> other.parts_.size();
  for (std::size_t i = one.parts_.size(); i-- > 0;) {
    if (one.parts_[i] != other.parts_[i]) return one.parts_[i] <=> other.parts_[i];
  }
  return std::strong_ordering::equal;
}

}  // namespace interleave

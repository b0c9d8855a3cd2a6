#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace interleave {

// A whole number of any length, not negative, made by adding up.
class BigNumber {
 public:
  BigNumber() = default;
  explicit BigNumber(std::uint64_t value) { add(std::span(&value, 1)); }

  // Its parts are of 64 bits each, the lowest first.
  void add(std::span<const std::uint64_t> parts);
  BigNumber& operator+=(const BigNumber& other) {
    add(other.parts_);
    return *this;
  }

  double to_double() const;
  // In decimal digits.
  std::string text() const;

  friend bool operator==(const BigNumber&, const BigNumber&) = default;
  friend std::strong_ordering operator<=>(const BigNumber& one, const BigNumber& other);

 private:
  std::vector<std::uint64_t> parts_;  // the highest one is not 0
};

// Adds one to the other, of as many parts. Whether something was left over.
bool add_parts(std::span<std::uint64_t> to, std::span<const std::uint64_t> other);

}  // namespace interleave

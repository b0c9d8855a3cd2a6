#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

// Plain data as few bytes: numbers in groups of seven bits, the lowest first, each but the last with a bit more.
namespace interleave {

using Bytes = std::vector<std::uint8_t>;

class Packer {
 public:
  explicit Packer(Bytes& to) : to_(to) {}

  void byte(std::uint8_t value) { to_.push_back(value); }
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) byte(static_cast<std::uint8_t>(value | 0x80));
    byte(static_cast<std::uint8_t>(value));
  }
  // Small where it is close to 0.
  void integer(std::int64_t value) {
    number((static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63));
  }
  void bytes(std::span<const std::uint8_t> all) { to_.insert(to_.end(), all.begin(), all.end()); }

 private:
  Bytes& to_;
};

class Unpacker {
 public:
  explicit Unpacker(const std::uint8_t* from) : at_(from) {}

  const std::uint8_t* at() const { return at_; }
  void skip_to(const std::uint8_t* at) { at_ = at; }
  std::uint8_t byte() { return *at_++; }
  std::uint64_t number() {
    std::uint64_t value = *at_++;
    if (value < 0x80) return value;
    value &= 0x7f;
    for (unsigned shift = 7;; shift += 7) {
      const std::uint64_t group = *at_++;
      value |= (group & 0x7f) << shift;
      if (group < 0x80) return value;
    }
  }
  std::int64_t integer() {
    const std::uint64_t value = number();
    return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
  }

 private:
  const std::uint8_t* at_;
};

}  // namespace interleave

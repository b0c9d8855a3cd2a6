#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>

// Plain data as few bytes: numbers in groups of seven bits, the lowest first, each but the last with a bit more.
namespace interleave {

// They grow as they are packed, and keep their room.
class Bytes {
 public:
  const std::uint8_t* data() const { return all_.get(); }
  std::size_t size() const { return size_; }
  void clear() { size_ = 0; }
  operator std::span<const std::uint8_t>() const { return {data(), size_}; }

 private:
  friend class Packer;

  // Room for that many more, behind those there are.
  std::uint8_t* room_for(std::size_t more) {
    if (room_ - size_ < more) [[unlikely]]
      grow(more);
    return all_.get() + size_;
  }
  void grow(std::size_t more) {
    constexpr std::size_t kLeast = 256;
    room_ = std::max({kLeast, 2 * room_, size_ + more});
    auto larger = std::make_unique_for_overwrite<std::uint8_t[]>(room_);
    std::copy_n(all_.get(), size_, larger.get());
    all_ = std::move(larger);
  }

  std::unique_ptr<std::uint8_t[]> all_;
  std::size_t size_ = 0;
  std::size_t room_ = 0;
};

class Packer {
 public:
  explicit Packer(Bytes& to) : to_(to) {}

  void byte(std::uint8_t value) {
    *to_.room_for(1) = value;
    ++to_.size_;
  }
  void number(std::uint64_t value) {
    if (value < 0x80) return byte(static_cast<std::uint8_t>(value));
    constexpr std::size_t kLongest = 10;
    std::uint8_t* const first = to_.room_for(kLongest);
    std::uint8_t* at = first;
    for (; value >= 0x80; value >>= 7) *at++ = static_cast<std::uint8_t>(value | 0x80);
    *at++ = static_cast<std::uint8_t>(value);
    to_.size_ += static_cast<std::size_t>(at - first);
  }
  // Small where it is close to 0.
  void integer(std::int64_t value) {
    number((static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63));
  }
  void bytes(std::span<const std::uint8_t> all) {
    std::copy(all.begin(), all.end(), to_.room_for(all.size()));
    to_.size_ += all.size();
  }

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

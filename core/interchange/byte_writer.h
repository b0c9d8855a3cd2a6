#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace interleave {

// Numbers and texts as a compact sequence of bytes, the same on every machine. ByteReader reads it again.
class ByteWriter {
 public:
  void byte(std::uint8_t value) { bytes_ += static_cast<char>(value); }

  // Seven bits a byte, the lowest first, each byte but the last with its top bit set (LEB128).
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U) byte(static_cast<std::uint8_t>(value | 0x80U));
    byte(static_cast<std::uint8_t>(value));
  }

  // A number that may be negative, and is short where it is near 0: 0, -1, 1, -2, ... become 0, 1, 2, 3, ...
  void difference(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    number(value < 0 ? ~(bits << 1U) : bits << 1U);
  }

  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }

  std::string take() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

}  // namespace interleave

#include "core/interchange/byte_reader.h"

namespace interleave {

void ByteReader::fail(std::string_view what) {
  if (!ok()) return;
  problem_ = what;
  rest_ = {};
}

std::uint8_t ByteReader::byte() {
  if (rest_.empty()) {
    fail("something is missing at its end");
    return 0;
  }
  const auto value = static_cast<std::uint8_t>(rest_.front());
  rest_.remove_prefix(1);
  return value;
}

std::uint64_t ByteReader::number(std::uint64_t most) {
  constexpr unsigned kBits = 64;
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < kBits; shift += 7) {
    const std::uint64_t bits = byte();
    const std::uint64_t part = (bits & 0x7fU) << shift;
    if (part >> shift != (bits & 0x7fU)) break;
    value |= part;
    if ((bits & 0x80U) != 0) continue;
    if (value <= most) return value;
    break;
  }
  fail("a number is out of range");
  return 0;
}

std::int64_t ByteReader::difference() {
  const std::uint64_t bits = number();
  return static_cast<std::int64_t>((bits & 1U) != 0 ? ~(bits >> 1U) : bits >> 1U);
}

std::string_view ByteReader::text() {
  const std::size_t size = count(1);
  const std::string_view value = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return value;
}

std::size_t ByteReader::count(std::size_t bytes_each) {
  const auto value = number();
  if (value <= rest_.size() / bytes_each) return static_cast<std::size_t>(value);
  fail("it counts more than it has");
  return 0;
}

}  // namespace interleave

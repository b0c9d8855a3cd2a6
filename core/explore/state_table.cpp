#include "core/explore/state_table.h"

#include <algorithm>
#include <cstring>

namespace interleave {
namespace {

// Multiplies and folds eight bytes at a time, as wyhash does (Wang Yi, 2019).
std::uint64_t mixed(std::uint64_t one, std::uint64_t other) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(one) * other;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t hash_of(std::span<const std::uint8_t> bytes) {
  std::uint64_t hash = 0x9e37'79b9'7f4a'7c15ULL ^ bytes.size();
  while (!bytes.empty()) {
    std::uint64_t part = 0;
    const std::size_t length = std::min<std::size_t>(bytes.size(), 8);
    std::memcpy(&part, bytes.data(), length);
    hash = mixed(hash ^ part, 0xe703'7ed1'a0b4'28dbULL);
    bytes = bytes.subspan(length);
  }
  return mixed(hash, 0xa076'1d64'78bd'642fULL);
}

}  // namespace

bool StateTable::is_equal(std::uint32_t state, std::span<const std::uint8_t> bytes) const {
  std::uint32_t length = 0;
  std::memcpy(&length, states_[state], sizeof(length));
  return length == bytes.size() && std::memcmp((*this)[state], bytes.data(), length) == 0;
}

StateTable::Added StateTable::add(std::span<const std::uint8_t> bytes) {
  const std::uint64_t whole = hash_of(bytes);
  const auto hash = static_cast<std::uint32_t>(whole ^ whole >> 32U);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].state != kNone; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && is_equal(slots_[at].state, bytes)) return {slots_[at].state, false};
  }
  const auto state = static_cast<std::uint32_t>(states_.size());
  slots_[at] = {state, hash};
  keep(bytes);
  if (states_.size() * 2 > slots_.size()) grow();
  return {state, true};
}

void StateTable::keep(std::span<const std::uint8_t> bytes) {
  const auto length = static_cast<std::uint32_t>(bytes.size());
  const std::size_t needed = sizeof(length) + bytes.size();
  if (needed > left_) {
    left_ = std::max(kBlock, needed);
    blocks_.push_back(std::make_unique_for_overwrite<std::uint8_t[]>(left_));
    free_ = blocks_.back().get();
  }
  states_.push_back(free_);
  std::memcpy(free_, &length, sizeof(length));
  std::memcpy(free_ + sizeof(length), bytes.data(), bytes.size());
  free_ += needed;
  left_ -= needed;
}

void StateTable::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.state == kNone) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].state != kNone) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_.swap(larger);
}

}  // namespace interleave

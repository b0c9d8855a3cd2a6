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

StateTable::Sought StateTable::seek(std::span<const std::uint8_t> bytes) const {
  const std::uint64_t whole = hash_of(bytes);
  const auto hash = static_cast<std::uint32_t>(whole ^ whole >> 32U);
  __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  return {hash};
}

StateTable::Added StateTable::add(std::span<const std::uint8_t> bytes, Sought sought) {
  const std::uint32_t hash = sought.hash;
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot].place != kNowhere; slot = (slot + 1) & mask) {
    if (slots_[slot].hash != hash) continue;
    const std::uint8_t* const known = at(slots_[slot].place);
    Head head;
    std::memcpy(&head, known, sizeof(head));
    const bool is_same =
        head.length == bytes.size() && std::memcmp(known + sizeof(head), bytes.data(), head.length) == 0;
    if (is_same) return {head.state, false};
  }
  const auto state = static_cast<std::uint32_t>(states_.size());
  slots_[slot] = {keep(bytes), hash};
  if (states_.size() * 2 > slots_.size()) grow();
  return {state, true};
}

StateTable::Place StateTable::keep(std::span<const std::uint8_t> bytes) {
  const Head head{static_cast<std::uint32_t>(states_.size()), static_cast<std::uint32_t>(bytes.size())};
  const std::size_t needed = (sizeof(head) + bytes.size() + kWord - 1) / kWord * kWord;
  if (used_ + needed > kBlock) {
    blocks_.push_back(std::make_unique_for_overwrite<std::uint8_t[]>(std::max(kBlock, needed)));
    used_ = 0;
  }
  const auto place = static_cast<Place>((blocks_.size() - 1) << kBlockBits | used_ / kWord);
  std::uint8_t* const to = at(place);
  std::memcpy(to, &head, sizeof(head));
  std::memcpy(to + sizeof(head), bytes.data(), bytes.size());
  used_ += needed;
  states_.push_back(place);
  return place;
}

void StateTable::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.place == kNowhere) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].place != kNowhere) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_.swap(larger);
}

}  // namespace interleave

#include "core/explore/state_table.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace interleave {
namespace {

// Multiplies and folds sixteen bytes at a time, the last ones again with some before them, as wyhash does (Wang Yi,
// 2019).
std::uint64_t mixed(std::uint64_t one, std::uint64_t other) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(one) * other;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t with_pair(std::uint64_t hash, const std::uint8_t* at) {
  std::array<std::uint64_t, 2> pair{};
  std::memcpy(pair.data(), at, sizeof(pair));
  return mixed(hash ^ pair[0], 0xe703'7ed1'a0b4'28dbULL ^ pair[1]);
}

std::uint64_t hash_of(std::span<const std::uint8_t> bytes) {
  constexpr std::size_t kPair = 16;
  std::uint64_t hash = 0x9e37'79b9'7f4a'7c15ULL ^ bytes.size();
  if (bytes.size() < kPair) {
    std::array<std::uint8_t, kPair> few{};
    std::copy(bytes.begin(), bytes.end(), few.begin());
    hash = with_pair(hash, few.data());
  } else {
    const std::uint8_t* const last = bytes.data() + bytes.size() - kPair;
    for (const std::uint8_t* at = bytes.data(); at < last; at += kPair) hash = with_pair(hash, at);
    hash = with_pair(hash, last);
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
  std::vector<Slot> larger(slots_.size() * 4);
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

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace interleave {

// States by number, each once, in the order in which they were found: their bytes in large blocks that never move,
// each behind its number and its length, and one table with open addressing that says where.
class StateTable {
 public:
  StateTable() : slots_(1024) {}

  struct Added {
    std::uint32_t state = 0;
    bool is_new = false;
  };
  Added add(std::span<const std::uint8_t> bytes) { return add(bytes, seek(bytes)); }

  // The same in two steps, for many at once: memory is asked for where a state may be, and then looked at.
  struct Sought {
    std::uint32_t hash = 0;
  };
  Sought seek(std::span<const std::uint8_t> bytes) const;
  Added add(std::span<const std::uint8_t> bytes, Sought sought);

  std::size_t size() const { return states_.size(); }
  const std::uint8_t* operator[](std::size_t state) const { return at(states_[state]) + sizeof(Head); }

 private:
  struct Head {
    std::uint32_t state = 0;
    std::uint32_t length = 0;
  };
  // The block, and in it the number of words before: 16 GiB in all.
  using Place = std::uint32_t;
  struct Slot {
    Place place = kNowhere;
    std::uint32_t hash = 0;
  };
  static constexpr Place kNowhere = 0xffff'ffffU;
  static constexpr std::size_t kWord = 4;
  static constexpr unsigned kBlockBits = 18;
  static constexpr std::size_t kBlock = kWord << kBlockBits;

  std::uint8_t* at(Place place) const {
    return blocks_[place >> kBlockBits].get() + kWord * (place & ((Place{1} << kBlockBits) - 1));
  }
  Place keep(std::span<const std::uint8_t> bytes);
  void grow();

  std::vector<std::unique_ptr<std::uint8_t[]>> blocks_;
  std::size_t used_ = kBlock;  // of the last one
  std::vector<Place> states_;
  std::vector<Slot> slots_;  // a power of two
};

}  // namespace interleave

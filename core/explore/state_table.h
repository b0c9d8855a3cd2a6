#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace interleave {

// States by number, each once, in the order in which they were found: their bytes in large blocks that never move, and
// one table with open addressing.
class StateTable {
 public:
  StateTable() : slots_(1024) {}

  struct Added {
    std::uint32_t state = 0;
    bool is_new = false;
  };
  Added add(std::span<const std::uint8_t> bytes);

  std::size_t size() const { return states_.size(); }
  const std::uint8_t* operator[](std::size_t state) const { return states_[state] + sizeof(std::uint32_t); }

 private:
  struct Slot {
    std::uint32_t state = kNone;
    std::uint32_t hash = 0;
  };
  static constexpr std::uint32_t kNone = 0xffff'ffffU;
  static constexpr std::size_t kBlock = std::size_t{1} << 20U;

  bool is_equal(std::uint32_t state, std::span<const std::uint8_t> bytes) const;
  void keep(std::span<const std::uint8_t> bytes);
  void grow();

  std::vector<std::unique_ptr<std::uint8_t[]>> blocks_;
  std::uint8_t* free_ = nullptr;  // in the last block
  std::size_t left_ = 0;
  std::vector<const std::uint8_t*> states_;  // each with its length before it
  std::vector<Slot> slots_;                  // a power of two
};

}  // namespace interleave

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/ids.h"
#include "core/scenario/limits.h"

namespace interleave {

// A turn in an event loop. Small, for a loop has as many as there are tasks, and moves each several times.
struct LoopTurn {
  enum class Kind : std::uint8_t {
    go_on,    // of the task itself
    ring,     // of the timer of its sleep: its own turn comes a round later
    expire,   // of the timer of its step
    expires,  // of its own timer
    tell,     // it is told of the end of a task
    leave,    // the main program has left the loop
    hear,     // the loop is told that the task's steps have ended on a thread: its own turn comes a round later
  };

  LoopTurn() = default;
  LoopTurn(TaskId whose, Kind what, std::uint32_t which = 0) : task(whose), number(which & kMostNumber), kind(what) {}
  explicit LoopTurn(TaskId whose) : LoopTurn(whose, Kind::go_on) {}

  static constexpr std::uint32_t kMostNumber = (1U << 28U) - 1;  // no run has as many steps

  TaskId task = TaskId::none;     // none: the main program
  std::uint32_t number : 28 = 0;  // ring: of the wait; expire: of the step
  Kind kind : 4 = Kind::go_on;
};
static_assert(sizeof(LoopTurn) == 8 && kMostSteps < LoopTurn::kMostNumber / 4);

// The turns that an event loop gives, first in, first out, in a ring that grows.
class ReadyQueue {
 public:
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

  [[gnu::always_inline]] void push(const LoopTurn& turn) {
    if (size_ > mask_) grow();
    ring_[(first_ + size_++) & mask_] = turn;
  }

  // In that order.
  template <class Visit>
  void for_each(const Visit& visit) const {
    for (std::size_t at = 0; at < size_; ++at) visit(ring_[(first_ + at) & mask_]);
  }

  LoopTurn pop() {
    const LoopTurn turn = ring_[first_];
    first_ = (first_ + 1) & mask_;
    --size_;
    return turn;
  }

 private:
  [[gnu::noinline]] void grow();

  std::vector<LoopTurn> ring_ = std::vector<LoopTurn>(16);  // a power of two
  std::size_t mask_ = ring_.size() - 1;
  std::size_t first_ = 0;
  std::size_t size_ = 0;
};

}  // namespace interleave

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/execution/dealings.h"

namespace interleave {

struct TaskRun;

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
  TaskRun* task = nullptr;
  Kind kind = Kind::go_on;
  Watcher::Kind how = Watcher::Kind::await;  // tell: the watcher's
  std::uint16_t slot = 0;                    // tell: the same
  std::uint32_t number = 0;                  // ring: of the wait; expire: of the step; tell: the watcher's
};
static_assert(sizeof(LoopTurn) == 16);

// The turns that an event loop gives, first in, first out, in a ring that grows.
class ReadyQueue {
 public:
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

  [[gnu::always_inline]] void push(const LoopTurn& turn) {
    if (size_ > mask_) grow();
    ring_[(first_ + size_++) & mask_] = turn;
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

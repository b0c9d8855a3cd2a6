#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace interleave {

struct TaskRun;

// What an event loop does next, first in, first out, in a ring that grows: a task's turn, or the arrival of a task
// whose turn comes a round later.
class ReadyQueue {
 public:
  struct Entry {
    TaskRun* task = nullptr;
    bool arrives = false;
  };

  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

  void push(Entry entry) {
    if (size_ == ring_.size()) grow();
    ring_[(first_ + size_++) & (ring_.size() - 1)] = entry;
  }

  Entry pop() {
    const Entry entry = ring_[first_];
    first_ = (first_ + 1) & (ring_.size() - 1);
    --size_;
    return entry;
  }

 private:
  void grow() {
    std::vector<Entry> larger(ring_.size() * 2);
    for (std::size_t i = 0; i < size_; ++i) larger[i] = ring_[(first_ + i) & (ring_.size() - 1)];
    ring_.swap(larger);
    first_ = 0;
  }

  std::vector<Entry> ring_ = std::vector<Entry>(16);  // a power of two
  std::size_t first_ = 0;
  std::size_t size_ = 0;
};

}  // namespace interleave

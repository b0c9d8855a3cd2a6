#pragma once

#include <cstddef>
#include <vector>

namespace interleave {

struct TaskRun;

// The tasks that an event loop gives turns to, first in, first out, in a ring that grows.
class ReadyQueue {
 public:
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

  void push(TaskRun& task) {
    if (size_ > mask_) grow();
    ring_[(first_ + size_++) & mask_] = &task;
  }

  TaskRun& pop() {
    TaskRun& task = *ring_[first_];
    first_ = (first_ + 1) & mask_;
    --size_;
    return task;
  }

 private:
  void grow();

  std::vector<TaskRun*> ring_ = std::vector<TaskRun*>(16);  // a power of two
  std::size_t mask_ = ring_.size() - 1;
  std::size_t first_ = 0;
  std::size_t size_ = 0;
};

}  // namespace interleave

#include "core/execution/ready_queue.h"

namespace interleave {

void ReadyQueue::grow() {
  std::vector<LoopTurn> larger(ring_.size() * 2);
  for (std::size_t i = 0; i < size_; ++i) larger[i] = ring_[(first_ + i) & mask_];
  ring_.swap(larger);
  mask_ = ring_.size() - 1;
  first_ = 0;
}

}  // namespace interleave

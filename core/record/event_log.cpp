#include "core/record/event_log.h"

namespace interleave {

void EventLog::take(std::size_t published, std::int64_t stamp, std::vector<Event>& events) {
  for (; read_total_ < published; ++read_total_) {
    if (read_used_ == kChunkEvents) {
      Chunk* const next = read_->next.load(std::memory_order_relaxed);
      read_ = next;
      read_used_ = 0;
    }
    const Event& event = read_->events[read_used_];
    if (event.stamp >= stamp) return;
    events.push_back(event);
    ++read_used_;
  }
}

}  // namespace interleave

#include "core/record/event_log.h"

namespace interleave {

void EventLog::take(const Event* published, std::int64_t stamp, std::vector<Event>& events) {
  while (read_ != published) {
    if (read_ == read_chunk_->events + kChunkEvents) {
      read_chunk_ = read_chunk_->next.load(std::memory_order_relaxed);
      read_ = read_chunk_->events;
      continue;
    }
    if (read_->stamp >= stamp) return;
    events.push_back(*read_++);
  }
}

}  // namespace interleave

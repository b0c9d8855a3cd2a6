#include "core/record/recorder.h"

#include <algorithm>
#include <utility>

namespace interleave {

Recorder::~Recorder() {
  EventLog* log = newest_.load(std::memory_order_relaxed);
  while (log != nullptr) delete std::exchange(log, log->older_);
}

EventLog& Recorder::new_log() {
  auto* const log = new EventLog;
  log->older_ = newest_.load(std::memory_order_relaxed);
  // Release: whoever finds the log finds it whole. Partner: the acquire in collect().
  while (!newest_.compare_exchange_weak(log->older_, log, std::memory_order_release, std::memory_order_relaxed)) {
  }
  return *log;
}

void Recorder::collect(Batch& batch) {
  std::vector<std::pair<EventLog*, const Event*>> logs;
  for (EventLog* log = newest_.load(std::memory_order_acquire); log != nullptr; log = log->older_) {
    logs.emplace_back(log, log->published());
  }
  // Oldest log first: at equal stamps the main program's events come before those of the workers it made.
  for (auto log = logs.rbegin(); log != logs.rend(); ++log) {
    log->first->take(log->second, batch.closed_until, batch.events);
  }
  if (logs.size() > 1) {
    std::stable_sort(batch.events.begin(), batch.events.end(),
                     [](const Event& a, const Event& b) { return a.stamp < b.stamp; });
  }
}

}  // namespace interleave

#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

#include "core/record/event_log.h"
#include "core/record/record.h"

namespace interleave {

// Collects the events of a run from one log per OS thread. Recording takes no lock and shares no counter; what is
// drained is causally closed, provided that every writer keeps two rules: it publishes an event before any release that
// makes the event's effect visible to another thread, and it stamps an event after the last acquire that it depends on.
class Recorder {
 public:
  Recorder() = default;
  ~Recorder();
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  // A log for the calling thread, or for a worker that will have a thread of its own. Any thread. Lives as long as the
  // recorder.
  EventLog& new_log();

  // Everything recorded before the moment that `read_stamp` returns, and not drained before, in order of the stamps;
  // those of one log stay in their order. One thread at a time.
  //
  // Why it is closed: if an event A was not visible when the ends were read, its publication comes after that, and so
  // after the stamp was taken; whatever depends on A was stamped later still, and is left for the next time.
  template <class ReadStamp>
  Batch drain(ReadStamp&& read_stamp) {
    Batch batch;
    batch.closed_until = read_stamp();
    // Orders the stamp before the reading of list and ends. A read-modify-write, since TSan knows no fences.
    order_.fetch_add(1, std::memory_order_seq_cst);
    collect(batch);
    return batch;
  }

 private:
  void collect(Batch& batch);

  std::atomic<EventLog*> newest_ = nullptr;
  std::atomic<unsigned> order_ = 0;
};

}  // namespace interleave

#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/record/event.h"
#include "core/record/text.h"

namespace interleave {

// The events of one OS thread, in chunks that never move: its thread appends, and any one other thread reads behind it.
// Rule: write the slot, then publish the end with release; a reader takes the end with acquire and touches no slot from
// it on. There is no lock and nothing shared with other logs' writers.
class EventLog {
 public:
  EventLog() : first_(new Chunk), last_(first_), read_chunk_(first_), read_(first_->events) {}
  ~EventLog() {
    while (first_ != nullptr) delete std::exchange(first_, first_->next.load(std::memory_order_relaxed));
  }
  EventLog(const EventLog&) = delete;
  EventLog& operator=(const EventLog&) = delete;

  // Own thread only. Inline at all costs: then the event is written to its slot field by field, as it is made. Made
  // elsewhere first, it would be read back in larger pieces than it was written in, for which a processor must wait.
  [[gnu::always_inline]] void append(const Event& event) {
    // Only this thread changes the end.
    Event* const slot = end_.load(std::memory_order_relaxed);
    std::construct_at(slot, event);
    // Partner: the acquire in published().
    end_.store(slot + 1, std::memory_order_release);
    if (slot + 1 == chunk_end_) [[unlikely]]
      add_chunk();
  }

  // Keeps the text for as long as the log lives. Own thread only.
  const Text* keep(std::string text) { return &texts_.emplace_back(Text{std::move(text)}); }

  // The end of what may be read. Reader only, as what follows.
  const Event* published() const { return end_.load(std::memory_order_acquire); }
  // Takes events before `stamp` in order until one is not, out of those that were published when `published` was read,
  // after the last take.
  void take(const Event* published, std::int64_t stamp, std::vector<Event>& events);

 private:
  friend class Recorder;

  static constexpr std::size_t kChunkEvents = 1024;

  struct Chunk {
    Chunk() {}  // leaves the events unwritten: that would cost as much again as recording them
    union {
      Event events[kChunkEvents];
    };
    std::atomic<Chunk*> next = nullptr;  // written before an end in that chunk is published: relaxed suffices
  };

  void add_chunk() {
    auto* const chunk = new Chunk;
    last_->next.store(chunk, std::memory_order_relaxed);
    last_ = chunk;
    chunk_end_ = chunk->events + kChunkEvents;
    end_.store(chunk->events, std::memory_order_release);
  }

  // The writer's.
  Chunk* first_;
  Chunk* last_;
  std::deque<Text> texts_;

  // Behind the event written last: the writer's, on a line that the reader disturbs only when it looks. The end of a
  // full chunk only until the next one is there.
  alignas(64) std::atomic<Event*> end_ = first_->events;
  const Event* chunk_end_ = first_->events + kChunkEvents;

  // The reader's.
  alignas(64) Chunk* read_chunk_;
  const Event* read_;

  EventLog* older_ = nullptr;  // the recorder's list
};

}  // namespace interleave

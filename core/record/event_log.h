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
// Rule: write the slot, then publish the count with release; a reader takes the count with acquire and touches no slot
// beyond it. There is no lock and nothing shared with other logs' writers.
class EventLog {
 public:
  EventLog() : first_(new Chunk), last_(first_), read_(first_) {}
  ~EventLog() {
    while (first_ != nullptr) delete std::exchange(first_, first_->next.load(std::memory_order_relaxed));
  }
  EventLog(const EventLog&) = delete;
  EventLog& operator=(const EventLog&) = delete;

  // Own thread only.
  void append(const Event& event) {
    // Only this thread changes the count.
    const std::size_t position = count_.load(std::memory_order_relaxed);
    const std::size_t slot = position % kChunkEvents;
    std::construct_at(&last_->events[slot], event);
    // Partner: the acquire in published().
    count_.store(position + 1, std::memory_order_release);
    if (slot + 1 == kChunkEvents) [[unlikely]]
      add_chunk();
  }

  // Keeps the text for as long as the log lives. Own thread only.
  const Text* keep(std::string text) { return &texts_.emplace_back(Text{std::move(text)}); }

  // How many events may be read. Reader only, as what follows.
  std::size_t published() const { return count_.load(std::memory_order_acquire); }
  // Takes events before `stamp` in order until one is not, out of those that were published when `published` was read.
  void take(std::size_t published, std::int64_t stamp, std::vector<Event>& events);

 private:
  friend class Recorder;

  static constexpr std::size_t kChunkEvents = 1024;

  struct Chunk {
    Chunk() {}  // leaves the events unwritten: that would cost as much again as recording them
    union {
      Event events[kChunkEvents];
    };
    std::atomic<Chunk*> next = nullptr;  // written before the count that covers its first event: relaxed suffices
  };

  void add_chunk() {
    auto* const chunk = new Chunk;
    last_->next.store(chunk, std::memory_order_relaxed);
    last_ = chunk;
  }

  // The writer's.
  Chunk* first_;
  Chunk* last_;
  std::deque<Text> texts_;

  // How many events there are: the writer's, on a line that the reader disturbs only when it looks.
  alignas(64) std::atomic<std::size_t> count_ = 0;

  // The reader's.
  alignas(64) Chunk* read_;
  std::size_t read_used_ = 0;
  std::size_t read_total_ = 0;

  EventLog* older_ = nullptr;  // the recorder's list
};

}  // namespace interleave

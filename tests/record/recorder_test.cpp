#include "core/record/recorder.h"

#include <array>
#include <atomic>
#include <chrono>
#include <doctest/doctest.h>
#include <mutex>
#include <thread>
#include <vector>

using namespace interleave;

namespace {

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

constexpr std::size_t kWriters = 3;
using Counts = std::array<std::uint32_t, kWriters>;

// How threads learn of each other's events: through a mutex, or through atomics alone.
enum class Through { mutex, atomics };

// Writers that note, for each of their events, how many of the others' events it depends on: those that they had seen
// when they stamped it.
class Writers {
 public:
  explicit Writers(Through through) : through_(through) {
    for (std::size_t i = 0; i < kWriters; ++i) {
      threads_[i] = std::thread(&Writers::write, this, i, std::ref(recorder.new_log()));
    }
  }

  // So many of each writer's events have been drained; it gets a little ahead of that and no further.
  void go_on(const Counts& drained) {
    for (std::size_t i = 0; i < kWriters; ++i) allowed_[i].store(drained[i] + kAhead, std::memory_order_relaxed);
  }
  // After this the dependencies may be read.
  void stop() {
    stop_ = true;
    for (std::thread& thread : threads_) thread.join();
  }
  const std::vector<Counts>& depends_on(std::size_t writer) const { return depends_on_[writer]; }

  Recorder recorder;

 private:
  static constexpr std::uint32_t kAhead = 300;

  void write(std::size_t self, EventLog& log) {
    for (std::uint32_t number = 0; !stop_;) {
      if (number >= allowed_[self].load(std::memory_order_relaxed)) {
        std::this_thread::yield();
        continue;
      }
      // The rules of the recorder: look first, stamp then, publish, and only then let others see the effect.
      depends_on_[self].push_back(look());
      Event event{.stamp = now(), .worker = worker_id(self), .kind = EventKind::task_resumed};
      event.value = number;
      log.append(event);
      show(self, ++number);
    }
  }

  Counts look() {
    Counts seen{};
    if (through_ == Through::mutex) {
      const std::scoped_lock lock(mutex_);
      return shown_;
    }
    for (std::size_t i = 0; i < kWriters; ++i) seen[i] = atomically_shown_[i].load(std::memory_order_acquire);
    return seen;
  }

  void show(std::size_t self, std::uint32_t count) {
    if (through_ == Through::mutex) {
      const std::scoped_lock lock(mutex_);
      shown_[self] = count;
    } else {
      atomically_shown_[self].store(count, std::memory_order_release);
    }
  }

  const Through through_;
  std::array<std::vector<Counts>, kWriters> depends_on_;  // by writer and event
  std::mutex mutex_;
  Counts shown_{};
  std::array<std::atomic<std::uint32_t>, kWriters> atomically_shown_{};
  std::array<std::atomic<std::uint32_t>, kWriters> allowed_{};
  std::atomic<bool> stop_ = false;
  std::array<std::thread, kWriters> threads_;
};

// Takes the batch into account; false where an event is missing, doubled or out of order.
bool count(const Batch& batch, Counts& drained) {
  std::int64_t last = 0;
  for (const Event& event : batch.events) {
    std::uint32_t& of_writer = drained[index(event.worker)];
    if (event.value != of_writer++ || event.stamp < last || event.stamp >= batch.closed_until) return false;
    last = event.stamp;
  }
  return true;
}

bool is_closed(const Writers& writers, const Counts& drained) {
  for (std::size_t writer = 0; writer < kWriters; ++writer) {
    if (drained[writer] == 0) continue;
    // Those of earlier events are fewer.
    const Counts& needed = writers.depends_on(writer)[drained[writer] - 1];
    for (std::size_t other = 0; other < kWriters; ++other) {
      if (drained[other] < needed[other]) return false;
    }
  }
  return true;
}

void check_drains(Through through) {
  Writers writers(through);
  std::vector<Counts> after_each;
  Counts drained{};
  bool complete = true;
  // Only those count that find anything: whoever drains must not be done before the writers have begun.
  constexpr std::size_t kDrains = 4'000;
  while (after_each.size() < kDrains) {
    writers.go_on(drained);
    const Batch batch = writers.recorder.drain(now);
    complete = count(batch, drained) && complete;
    if (batch.events.empty()) {
      std::this_thread::yield();
    } else {
      after_each.push_back(drained);
    }
  }
  writers.stop();
  complete = count(writers.recorder.drain(now), drained) && complete;
  CHECK(complete);
  std::size_t open = 0;
  for (const Counts& counts : after_each) open += is_closed(writers, counts) ? 0U : 1U;
  CHECK(open == 0);
  for (std::size_t i = 0; i < kWriters; ++i) CHECK(drained[i] == writers.depends_on(i).size());
}

}  // namespace

TEST_CASE("whatever is drained contains all that it depends on, where threads hand over through a mutex") {
  check_drains(Through::mutex);
}

TEST_CASE("whatever is drained contains all that it depends on, where threads hand over through atomics") {
  check_drains(Through::atomics);
}

TEST_CASE("logs that come while others drain are found, each with all its events") {
  Recorder recorder;
  constexpr std::size_t kThreads = 4;
  constexpr std::size_t kLogs = 200;
  std::atomic<std::size_t> running = kThreads;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      for (std::size_t log = 0; log < kLogs; ++log) {
        recorder.new_log().append({.stamp = now(), .kind = EventKind::task_resumed});
      }
      --running;
    });
  }
  std::size_t drained = 0;
  while (running > 0) drained += recorder.drain(now).events.size();
  for (std::thread& thread : threads) thread.join();
  drained += recorder.drain(now).events.size();
  CHECK(drained == kThreads * kLogs);
}

TEST_CASE("equal stamps come log by log, the oldest log first, and each log in its order") {
  Recorder recorder;
  EventLog& older = recorder.new_log();
  EventLog& newer = recorder.new_log();
  for (const std::uint32_t task : {0U, 1U}) {
    newer.append({.stamp = 5, .task = task_id(2 + task), .kind = EventKind::task_resumed});
    older.append({.stamp = 5, .task = task_id(task), .kind = EventKind::task_resumed});
  }
  const Batch batch = recorder.drain([] { return std::int64_t{6}; });
  REQUIRE(batch.events.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) CHECK(index(batch.events[i].task) == i);
  CHECK(batch.closed_until == 6);
}

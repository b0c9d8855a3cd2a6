// What it costs to record an event. All of it goes to memory that has been written before and fits the second-level
// cache: the first touch of a page is the kernel's time, not the log's. What a log allocates and frees is counted.
#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

#include "core/record/event_log.h"
#include "core/runtime/virtual_runtime.h"
#include "core/threads/os_runtime.h"
#include "tests/bench/figure.h"

namespace interleave::bench {
namespace {

constexpr std::size_t kEvents = 8 * 1024;

Event event_at(std::int64_t stamp) {
  return {.stamp = stamp, .task = task_id(7), .worker = worker_id(0), .kind = EventKind::task_resumed};
}

// Calls `append(i)` for every event; the compiler may neither leave a store out nor merge it with the next.
template <class Append>
void append_all(Append&& append) {
  for (std::size_t i = 0; i < kEvents; ++i) {
    append(static_cast<std::int64_t>(i));
    benchmark::ClobberMemory();
  }
}

template <class Stamp>
void append_to_log(benchmark::State& state, Stamp&& stamp) {
  for (auto _ : state) {
    EventLog log;
    append_all([&](std::int64_t i) { log.append(event_at(stamp(i))); });
  }
  count_items(state, kEvents);
}

template <class Stamp>
void store_in_array(benchmark::State& state, Stamp&& stamp) {
  std::vector<Event> array(kEvents);
  for (auto _ : state) {
    Event* next = array.data();
    benchmark::DoNotOptimize(next);
    append_all([&](std::int64_t i) { *next++ = event_at(stamp(i)); });
  }
  count_items(state, kEvents);
}

void append(benchmark::State& state) {
  append_to_log(state, [](std::int64_t i) { return i; });
}

void bare_store(benchmark::State& state) {
  store_in_array(state, [](std::int64_t i) { return i; });
}

template <class AnyRuntime>
void stamp_and_append(benchmark::State& state) {
  const AnyRuntime runtime({});
  const Runtime* clock = &runtime;
  benchmark::DoNotOptimize(clock);
  append_to_log(state, [clock](std::int64_t) { return clock->stamp(); });
}

void clock_and_store(benchmark::State& state) {
  store_in_array(state, [](std::int64_t) { return std::chrono::steady_clock::now().time_since_epoch().count(); });
}

void mutex_and_vector(benchmark::State& state) {
  static std::mutex mutex;
  static std::vector<Event> vector;
  // A process that has never had a second thread gets its mutexes for nothing.
  if (state.thread_index() == 0) std::thread([] {}).join();
  for (auto _ : state) {
    append_all([](std::int64_t i) {
      const std::scoped_lock lock(mutex);
      if (vector.size() >= kEvents) vector.clear();
      vector.push_back(event_at(i));
    });
  }
  count_items(state, kEvents);
}

BENCHMARK(append)->Name("record/append");
BENCHMARK(bare_store)->Name("record/bare store");
BENCHMARK(stamp_and_append<VirtualRuntime>)->Name("record/virtual stamp, append");
BENCHMARK(stamp_and_append<OsRuntime>)->Name("record/real stamp, append");
BENCHMARK(clock_and_store)->Name("record/clock, bare store");
BENCHMARK(mutex_and_vector)->Name("record/mutex, vector");
BENCHMARK(append)->Name("record/append by two")->Threads(2)->UseRealTime();
BENCHMARK(mutex_and_vector)->Name("record/mutex, vector by two")->Threads(2)->UseRealTime();

}  // namespace
}  // namespace interleave::bench

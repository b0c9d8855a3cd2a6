#pragma once

#include <benchmark/benchmark.h>
#include <cstddef>

namespace interleave::bench {

// What the report reads of a benchmark: a time an item, or bytes an item.
inline constexpr const char* kTime = "time";
inline constexpr const char* kBytes = "bytes";

// The time that one item takes in the thread that does it, where an iteration of the benchmark does so many.
inline void count_items(benchmark::State& state, std::size_t items_an_iteration) {
  using benchmark::Counter;
  state.counters[kTime] = Counter(static_cast<double>(items_an_iteration),
                                  Counter::kIsIterationInvariantRate | Counter::kAvgThreads | Counter::kInvert);
}

}  // namespace interleave::bench

#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "core/record/record.h"

namespace interleave::testing {

// The same numbers from the same seed on every platform, which the distributions of <random> do not promise.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::int64_t between(std::int64_t first, std::int64_t last) {
    return first + static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(last - first + 1));
  }
  bool chance(int percent) { return between(1, 100) <= percent; }

 private:
  std::mt19937 engine_;
};

// A made-up but possible run: on one event loop, or with a thread for each task; with waits for a core, blocking and
// awaited sleeps, repeated steps, things that take no time and some that take a few ns too many. Often cut off by
// cancellation.
struct RandomRun {
  RunInfo info;
  std::vector<Event> events;  // by stamp
  RunEnd end;
};

RandomRun random_run(Dice& dice);

// The run's events in batches, some of a thread's events one batch late.
std::vector<Batch> in_batches(const RandomRun& run, Dice& dice);

}  // namespace interleave::testing

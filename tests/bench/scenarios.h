#pragma once

#include <cstddef>
#include <cstdint>

#include "core/scenario/scenario.h"

// Scenarios as the loader would give them, for as many tasks as wanted.
namespace interleave::bench {

// Every task yields to the loop so many times.
Scenario yielding_tasks(std::size_t tasks, std::int64_t yields);

// Every task does nothing at all.
Scenario trivial_tasks(std::size_t tasks);

// Every task sleeps so many times for a length of its own, a random one, given as its argument.
Scenario sleeping_tasks(std::size_t tasks, std::int64_t sleeps);

// Lengths of sleep: 10 ms to 1 s, in whole nanoseconds, always the same ones.
class RandomSleeps {
 public:
  Duration next();

 private:
  std::uint64_t state_ = 1;
};

}  // namespace interleave::bench

#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "core/timeline/span.h"

namespace interleave::testing {

// A lane of so many spans without overlap, as runs leave them: bursts of short ones, long ones, gaps now and then, in
// every state, of a few tasks or of one.
inline std::vector<Span> random_lane(std::uint32_t seed, std::size_t count) {
  std::mt19937 random(seed);
  const auto below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
  const std::uint32_t tasks = 1 + below(3);
  const std::uint32_t longest = 1 + below(30);
  std::vector<Span> spans;
  Time time{Duration{below(1000)}};
  while (spans.size() < count) {
    const std::uint32_t exponent = below(8) == 0 ? below(longest) : 1 + below(8);
    if (below(10) == 0) time += Duration{1LL << below(longest)};
    Span span;
    span.begin = time;
    span.end = time += Duration{1 + below(1U << exponent)};
    span.task = task_id(below(tasks));
    span.state = static_cast<State>(below(4));
    const bool held = span.state == State::running || (span.state != State::queued && below(2) == 0);
    span.worker = held ? worker_id(below(2)) : WorkerId::none;
    spans.push_back(span);
  }
  return spans;
}

}  // namespace interleave::testing

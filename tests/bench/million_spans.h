#pragma once

#include <cstddef>
#include <vector>

#include "core/timeline/timeline.h"

// A million spans in 64 lanes, of random lengths between a microsecond and some tens of milliseconds, in every state.
namespace interleave::bench {

inline constexpr std::size_t kLanes = 64;
inline constexpr std::size_t kSpansOfLane = 15'625;
inline constexpr std::size_t kMillion = kLanes * kSpansOfLane;

// By lane, always the same ones.
const std::vector<std::vector<Span>>& million_spans();

// A finished run of a thread for each of 64 tasks that has them.
const Timeline& run_of_million_spans();

}  // namespace interleave::bench

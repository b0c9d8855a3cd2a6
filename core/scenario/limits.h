#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "core/base/time.h"

// What a scenario may ask for at most, whatever its file says.
namespace interleave {

inline constexpr std::size_t kMostFileBytes = std::size_t{16} * 1024 * 1024;
inline constexpr std::size_t kMostTasks = 100'000;
inline constexpr std::uint64_t kMostSteps = 10'000'000;       // executed, in all tasks, every repeat counted
inline constexpr std::uint64_t kMostTimeSlices = 10'000'000;  // in all tasks
inline constexpr std::size_t kMostRepeatDepth = 16;
inline constexpr std::size_t kMostCalledSteps =
    100'000;  // of functions, wherever a step calls them, in all of the file
inline constexpr std::size_t kMostNameCharacters = 64;
inline constexpr std::size_t kMostJsonDepth = 64;  // objects and arrays within each other
inline constexpr std::size_t kMostDiagnostics = 20;
inline constexpr Duration kLongestDuration = std::chrono::hours(24);  // of one step, and of a task's "after"
// Of all durations of all tasks together, so that no sum of them leaves the range of Time.
inline constexpr Duration kLongestTotal = std::chrono::seconds(4'000'000'000);

}  // namespace interleave

#pragma once

#include <cstddef>
#include <cstdint>

#include "core/base/mode.h"

// What the writer and the reader of recordings have to agree on.
namespace interleave {

// A span is a byte of state and cause, a byte that says in what it differs from what mostly follows the task's span
// before, and its length; then, in this order, what differs.
inline constexpr unsigned kStateShift = 4;     // the cause takes the lower half of the first byte
inline constexpr std::uint8_t kGapBefore = 1;  // it does not begin where the one before ended: the length between them
inline constexpr std::uint8_t kOtherWorker = 2;  // the worker
inline constexpr std::uint8_t kOtherStep = 4;    // the step
inline constexpr std::uint8_t kTimedOut = 8;     // it waited until its time was up; nothing follows for that

// Where a mode stands: from version 2 on 0 is none, and others are counted from 1, which leaves room for modes to come.
// Version 1 counted its four from 0.
inline constexpr std::uint64_t kModesBeforeVersion5 = 4;

// Output lines of the same text share it, up to this length. If they did with longer ones, a small file could ask for
// any amount of memory.
inline constexpr std::size_t kLongestShared = 64;

}  // namespace interleave

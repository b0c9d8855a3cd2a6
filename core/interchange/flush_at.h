#pragma once

#include <cstddef>

namespace interleave {

// A writer hands its text on when it has grown to so many bytes, so that a record of millions of spans needs no more.
inline constexpr std::size_t kFlushAt = 1 << 16;

}  // namespace interleave

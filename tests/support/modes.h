#pragma once

#include <array>

#include "core/base/mode.h"

namespace interleave::testing {

// Those in which tasks can deal with each other.
inline constexpr std::array kModesOfOneProcess = {Mode::sequential, Mode::coroutine, Mode::threads, Mode::pool};

}  // namespace interleave::testing

#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "core/base/mode.h"

namespace interleave::testing {

// How often its tasks sleep, block or compute.
enum class Pauses : std::uint8_t { few, many };

// The text of a small scenario with whatever steps there are, the same for the same seed: a few tasks with a few steps
// each, on two variables, a lock, a semaphore and a queue. In processes without what reaches across them.
std::string random_program(std::uint32_t seed, Mode mode, Pauses pauses = Pauses::few);

}  // namespace interleave::testing

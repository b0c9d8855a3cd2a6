#include "core/runtime/chooser.h"

namespace interleave {

std::size_t SeededChooser::choose(const Candidates& candidates) {
  if (candidates.size() == 1) return 0;
  // xorshift64* (Vigna, "An experimental exploration of Marsaglia's xorshift generators, scrambled", 2016)
  random_ ^= random_ >> 12;
  random_ ^= random_ << 25;
  random_ ^= random_ >> 27;
  return static_cast<std::size_t>((random_ * 0x2545'f491'4f6c'dd1dULL) >> 33) % candidates.size();
}

}  // namespace interleave

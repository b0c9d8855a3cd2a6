#pragma once

#include <cstddef>
#include <functional>

#include "core/run/run_settings.h"

namespace interleave {

struct ExploreSettings {
  RunSettings run;                   // its schedule has been taken already, and can be: all begins behind it
  bool with_lines = false;           // the order of output matters, and belongs to the outcome
  std::size_t limit = 1'000'000;     // states, at most
  std::size_t most_states_kept = 0;  // of no more, all are told of, and not alone what they come to
  // Told now and then how many states are known; false: that is enough. May be empty.
  std::function<bool(std::size_t)> goes_on = {};
};

}  // namespace interleave

#pragma once

#include <vector>

#include "core/scenario/step.h"

namespace interleave {

// What the steps of a function or a body tell of how it is written in C++.

// Whether they end with a return, which makes a coroutine of a function.
bool returns_at_last(const std::vector<Step>& steps);

// Whether nothing is behind them as a compiler sees it.
bool ends_at_last_step(const std::vector<Step>& steps);

// Whether a return stands where something is to be done on the way out.
bool returns_past_finally(const std::vector<Step>& steps);

// Whether a task on a loop awaits anything there.
bool awaits(const std::vector<Step>& steps);

}  // namespace interleave

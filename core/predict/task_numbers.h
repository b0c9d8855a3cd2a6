#pragma once

#include <cstdint>
#include <functional>

#include "core/scenario/scenario.h"

namespace interleave {

// What a number of a task is for.
enum class NumberUse : std::uint8_t { seconds, count };

// Gives each number that belongs to a task alone, a length of one of its own steps or an argument that is a length or a
// count, another value: `next` says which. A 0 stays, and so does a number that a function's own steps have.
void renumber_tasks(Scenario& scenario, const std::function<Number(NumberUse)>& next);

}  // namespace interleave

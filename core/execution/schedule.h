#pragma once

#include <cstdint>
#include <vector>

#include "core/base/ids.h"

namespace interleave {

// One step of an interleaving: whose it is, and of what kind. On an event loop it is the end of a wait.
struct Token {
  enum class Kind : std::uint8_t {
    step,         // the task's next step that counts, its end or its arrival
    timeout,      // the time of the wait that its step is in is up
    own_timeout,  // the time of the task itself is up
    takes,        // it goes on with one of the tasks that it takes as they end
  };
  TaskId task = TaskId::none;
  Kind kind = Kind::step;
  TaskId taken = TaskId::none;  // takes: which one

  friend auto operator<=>(const Token&, const Token&) = default;
};

// The order in which the tasks of a run take the steps that count, from its start: all of them, or the first ones.
using Schedule = std::vector<Token>;

}  // namespace interleave

#pragma once

#include <optional>
#include <string>

#include "core/base/ids.h"
#include "core/base/time.h"

namespace interleave::gui {

// The moment that somebody said before the run was shown; it stays beside the run, to be compared with it.
struct Believed {
  Time at{};
  std::optional<TaskId> task;  // whose moment it is; none: of the run's end
  std::string said;            // "you said 9 s"
};

}  // namespace interleave::gui

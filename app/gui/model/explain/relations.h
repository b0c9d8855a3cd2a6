#pragma once

#include <vector>

#include "core/timeline/ends.h"

namespace interleave::gui {

// What one task did to another at a moment: cancelled it; or ended, for which that one waited, be it that both failed.
struct Relation {
  enum class Kind : std::uint8_t { cancels, ends };
  Kind kind = Kind::ends;
  TaskId from = TaskId::none;
  TaskId to = TaskId::none;
  Time at{};

  friend bool operator==(const Relation&, const Relation&) = default;
};

// All that the task takes part in, up to that moment: first what was done to it.
std::vector<Relation> relations_of(const Timeline& timeline, TaskId task, Time until);

}  // namespace interleave::gui

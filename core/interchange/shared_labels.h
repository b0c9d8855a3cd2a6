#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/timeline/shared_history.h"

namespace interleave {

// A part of a picture's lane of something that tasks share: stretches that follow each other and are called the same.
struct LabelledStretch {
  Time begin{};
  Time end = kNever;
  TaskId task = TaskId::none;  // who brought it about, or holds it
  std::string label;           // a value, a holder (empty where there is none), permits taken, items
  std::uint32_t waiting = 0;   // the most who waited for it at once
};

// Above the lanes of what all tasks share, or those of one process: "Shared", "Shared in process 2".
std::string shared_heading(const SharedObject& first);

std::vector<LabelledStretch> labelled(const Timeline& timeline, ObjectId object,
                                      const std::vector<SharedStretch>& history);

}  // namespace interleave

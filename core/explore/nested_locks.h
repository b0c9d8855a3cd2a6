#pragma once

#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/scenario/scenario.h"

namespace interleave {

// A task may take one lock while it holds another.
struct NestedLocks {
  TaskId task = TaskId::none;
  StepId outer = StepId::none;  // `lock` or `acquire`
  StepId inner = StepId::none;
  std::string first;  // the lock of the outer step
  std::string second;
  bool are_in_one_body = true;  // of a function or of the task
  bool is_called = false;       // the inner one, by a step
};

// All of them that somebody may come to, by task.
std::vector<NestedLocks> nested_locks(const Scenario& scenario);

// Those of them that can be part of a circle, in which each task holds what the next one waits for.
std::vector<NestedLocks> nested_in_circles(const Scenario& scenario);

}  // namespace interleave

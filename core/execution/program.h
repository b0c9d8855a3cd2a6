#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/ids.h"
#include "core/execution/code.h"
#include "core/execution/task_state.h"
#include "core/scenario/scenario.h"
#include "core/scenario/shared_objects.h"

namespace interleave {

// A scenario compiled: the code of every function and of every task's own steps. Made once, however often it runs.
// Refers to the scenario, which must outlive it.
class Program {
 public:
  explicit Program(const Scenario& scenario);
  explicit Program(const Scenario&&) = delete;

  const Scenario& scenario() const { return *scenario_; }
  const Code& code(TaskId task) const;
  TaskState start(TaskId id) const;
  const SharedObjects& objects() const { return objects_; }

 private:
  std::int64_t number_of(const Argument& argument, ArgumentUse use) const;

  const Scenario* scenario_;
  SharedObjects objects_;
  std::vector<Code> functions_;
  std::vector<std::unique_ptr<Code>> own_;  // by task; null where it calls a function
};

}  // namespace interleave

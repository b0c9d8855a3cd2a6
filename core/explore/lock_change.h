#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/explore/step_runs.h"
#include "core/scenario/scenario.h"

namespace interleave {

// A lock around steps.
struct LockedSteps {
  StepRun steps;
  SharedName lock;

  friend bool operator==(const LockedSteps&, const LockedSteps&) = default;
};

// A `lock` that is one of another name from now on.
struct RenamedLock {
  StepId step = StepId::none;
  std::string lock;

  friend bool operator==(const RenamedLock&, const RenamedLock&) = default;
};

// Two locks that are taken the other way round from now on: `first`, and then `second` within it.
struct ExchangedLocks {
  std::optional<TaskId> task;  // that does; none: whoever comes to these steps
  StepId outer = StepId::none;
  StepId inner = StepId::none;
  std::string first;  // as the task knows it; of all of them as the file says it
  std::string second;

  friend bool operator==(const ExchangedLocks&, const ExchangedLocks&) = default;
};

// What is different about the locks of a scenario. Steps are told by their ids in the scenario as it was.
struct LockChange {
  std::vector<LockedSteps> around = {};
  std::vector<RenamedLock> renamed = {};
  std::vector<ExchangedLocks> exchanged = {};

  friend bool operator==(const LockChange&, const LockChange&) = default;
};

// A scenario with other locks than it had, or with the same in another order. Its steps may have no ids of their own.
struct LockedScenario {
  LockChange change;
  Scenario scenario;
};

// Another one of which the locks are put around steps and renamed; what is exchanged is not done. Runs of steps are
// apart, or one is within a step of the other. The new steps have no ids.
Scenario with_locks(Scenario scenario, const LockChange& change);

// So many names that no lock, semaphore or queue of the scenario has: "m", "m2", ...
std::vector<std::string> fresh_lock_names(const Scenario& scenario, std::size_t count);

// How steps name a thing that tasks share: as it is, or "{account}".
std::string text_of(const SharedName& name);

// The name of the lock that the step takes, be it for its steps or until it is released; null for other steps.
const SharedName* taken_lock(const Step& step);
SharedName* taken_lock(Step& step);

}  // namespace interleave

#pragma once

#include <optional>

#include "core/explore/lock_change.h"
#include "core/explore/nested_locks.h"
#include "core/scenario/scenario.h"

namespace interleave {

// The task of these locks alone takes them the other way round; none where that cannot be said in its steps or
// arguments.
std::optional<LockedScenario> exchange_for_task(const Scenario& scenario, const NestedLocks& nested);

// Every task that does these steps takes what is now the inner lock first; none where they are those of one task.
std::optional<LockedScenario> exchange_for_all(const Scenario& scenario, const NestedLocks& nested);

}  // namespace interleave

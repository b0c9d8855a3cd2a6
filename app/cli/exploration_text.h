#pragma once

#include <optional>
#include <string>

#include "core/explore/condition.h"
#include "core/explore/exploration.h"
#include "core/explore/explore.h"
#include "core/explore/repair.h"
#include "core/scenario/scenario.h"

namespace interleave::cli {

// What was asked, and what came of it. All of it outlives the call.
struct ExplorationReport {
  const Scenario& scenario;
  const ExploreSettings& settings;
  const Exploration& found;
  std::string check;                        // as it was written
  const RunCondition* condition = nullptr;  // null where nothing is to be checked
  const Repairs* repairs = nullptr;         // null where nobody asked for them
};

// For people, and as JSON.
std::string exploration_table(const ExplorationReport& report);
std::string exploration_json(const ExplorationReport& report);

// Their parts about repairs, empty where nobody asked: a table, and the list at "repairs".
std::string repairs_table(const ExplorationReport& report);
std::string repairs_json(const ExplorationReport& report);

// Whether some outcome breaks the condition.
bool breaks_condition(const ExplorationReport& report);

}  // namespace interleave::cli

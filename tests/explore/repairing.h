#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/explore/repair.h"
#include "core/explore/repair_wording.h"
#include "tests/explore/exploring.h"

namespace interleave::testing {

inline Repairs repairs_of(const Scenario& scenario, const ExploreSettings& settings) {
  return find_repairs(scenario, explore(scenario, settings), {.explore = settings});
}
inline Repairs repairs_of(const Scenario& scenario, Mode mode) { return repairs_of(scenario, exploring(mode)); }

inline std::vector<std::string> changes_in(const Repairs& repairs, const Scenario& scenario) {
  std::vector<std::string> changes;
  for (const Repair& repair : repairs.tried) changes.push_back(change_text(repair.change, scenario));
  return changes;
}

// What is said of the change with those words; or all that there are.
inline std::string said_of(std::string_view change, const Repairs& repairs, const Scenario& scenario) {
  std::string all;
  for (const Repair& repair : repairs.tried) {
    if (change_text(repair.change, scenario) == change) {
      return verdict_text(repair.verdict) + ", " + makespan_text(repair.verdict, repairs.before);
    }
    all += "\n" + repair_text(repair, repairs.before, scenario);
  }
  return "there are only:" + all;
}

inline std::size_t count_cures(const Repairs& repairs) {
  return static_cast<std::size_t>(std::count_if(repairs.tried.begin(), repairs.tried.end(),
                                                [](const Repair& repair) { return repair.verdict.is_cured(); }));
}

}  // namespace interleave::testing

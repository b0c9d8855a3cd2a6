#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/execution/program.h"
#include "core/explore/exploration.h"
#include "core/explore/explore_settings.h"
#include "core/record/record.h"
#include "core/record/schedule.h"
#include "core/scenario/scenario.h"

namespace interleave::testing {

// What there is of an outcome, found by trying.
struct Tried {
  std::uint64_t ways = 0;
  double chance = 0;
  std::optional<Schedule> simplest;
};

// Every schedule of a program, each from the start on through the real executors: what can be next where a run stands
// still is tried, one after the other.
class Trial {
 public:
  Trial(const Scenario& scenario, const ExploreSettings& settings, std::size_t most);

  // False: there are too many.
  bool run() { return go_on({}, 1); }
  const std::map<RunResult, Tried>& found() const { return found_; }

 private:
  bool go_on(const Schedule& schedule, double chance);

  const Program program_;
  const RunInfo info_;
  const ExploreSettings settings_;
  const std::size_t most_;
  std::size_t runs_ = 0;
  std::map<RunResult, Tried> found_;
};

// In a line, to tell it from others.
std::string text_of(const RunResult& result);

// What what was explored and what was tried do not both say: outcomes, interleavings, chances and simplest schedules;
// empty where they say the same.
std::string difference(const Exploration& found, const std::map<RunResult, Tried>& tried,
                       const std::vector<std::string>& names);

// How many random programs are to be tried.
std::size_t programs_to_try();

}  // namespace interleave::testing

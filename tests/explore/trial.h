#pragma once

#include <cstdint>
#include <cstdlib>
#include <doctest/doctest.h>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "core/explore/run_result.h"
#include "core/record/schedule.h"
#include "core/run/run_info.h"
#include "core/run/schedule_problem.h"
#include "core/run/schedule_reader.h"
#include "core/run/virtual_run.h"
#include "tests/explore/exploring.h"

namespace interleave::testing {

// What there is of an outcome, found by trying.
struct Tried {
  std::uint64_t ways = 0;
  double chance = 0;
  std::optional<Schedule> simplest;
};

// Fewest switches, fewest steps, least tokens.
inline auto simplicity(const Schedule& schedule) {
  std::size_t switches = 0;
  for (std::size_t i = 1; i < schedule.size(); ++i) {
    if (schedule[i].task != schedule[i - 1].task) ++switches;
  }
  return std::tuple(switches, schedule.size(), schedule);
}

// Every schedule of a program, each from the start on through the real executors: what can be next where a run stands
// still is tried, one after the other.
class Trial {
 public:
  Trial(const Scenario& scenario, const ExploreSettings& settings, std::size_t most)
      : program_(scenario), info_(program_info(scenario)), settings_(settings), most_(most) {}

  // False: there are too many.
  bool run() { return go_on({}, 1); }
  const std::map<RunResult, Tried>& found() const { return found_; }

 private:
  bool go_on(const Schedule& schedule, double chance) {
    if (++runs_ > most_) return false;
    RunSettings run = settings_.run;
    run.schedule = schedule;
    run.with_lines = settings_.with_lines;
    VirtualRun trial(program_, run, true);
    trial.go();
    if (trial.gate().next() != nullptr) {
      const auto timeline = trial.timeline(run_info(info_, run, ClockKind::virtual_time), trial.take_events());
      FAIL_CHECK(schedule_problem(trial, *timeline));
      return false;
    }
    const std::vector<Token> possible = trial.gate().possible();
    for (const Token& token : possible) {
      Schedule longer = schedule;
      longer.push_back(token);
      if (!go_on(longer, chance / static_cast<double>(possible.size()))) return false;
    }
    if (!possible.empty()) return true;
    Tried& tried = found_[run_result(
        *trial.timeline(run_info(info_, run, ClockKind::virtual_time), trial.take_events()), settings_.with_lines)];
    ++tried.ways;
    tried.chance += chance;
    if (!tried.simplest || simplicity(schedule) < simplicity(*tried.simplest)) tried.simplest = schedule;
    return true;
  }

  const Program program_;
  const RunInfo info_;
  const ExploreSettings settings_;
  const std::size_t most_;
  std::size_t runs_ = 0;
  std::map<RunResult, Tried> found_;
};

// How many random programs have all their schedules tried.
inline std::size_t programs_to_try() {
  const char* const asked = std::getenv("INTERLEAVE_EXPLORED_PROGRAMS");
  return asked != nullptr ? static_cast<std::size_t>(std::atoll(asked)) : std::size_t{INTERLEAVE_EXPLORED_AT_LEAST};
}

}  // namespace interleave::testing

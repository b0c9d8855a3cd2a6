#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/explore/big_number.h"
#include "core/explore/run_result.h"
#include "core/explore/state_graph.h"
#include "core/record/schedule.h"

namespace interleave {

// What some of the interleavings of a scenario come to.
struct ExploredOutcome {
  RunResult result;
  BigNumber interleavings;   // none where there are endlessly many, or not all are known
  double share = 0;          // of all interleavings; the same holds
  double chance = 0;         // if at every step all that are possible are equally likely
  double chance_within = 0;  // as far as that is known: not all being known, it is an estimate that is so far off
  Schedule schedule;         // that leads there: the simplest one, if all are known
};

// Two accesses of a variable, one of them a write, of which nothing decides which comes first.
struct UnorderedAccesses {
  struct Access {
    TaskId task = TaskId::none;
    StepId step = StepId::none;
    bool writes = false;

    friend auto operator<=>(const Access&, const Access&) = default;
  };
  ObjectId variable = ObjectId::none;
  std::array<Access, 2> accesses;

  friend auto operator<=>(const UnorderedAccesses&, const UnorderedAccesses&) = default;
};

// All that is known of the interleavings of a scenario in a mode.
struct Exploration {
  bool complete = true;                  // else the limit was reached, or somebody stopped it: at least that is so
  std::size_t states = 0;                // in which its runs can stand
  std::size_t steps = 0;                 // from one to another
  BigNumber interleavings;               // at least so many where not all are known; none where they are endlessly many
  bool endless = false;                  // some never end
  std::vector<TaskId> going_round = {};  // where tasks go round for ever
  std::optional<double> never_ends = {};       // the chance to come to where no end can be reached any more
  std::vector<ExploredOutcome> outcomes = {};  // most interleavings first
  std::vector<UnorderedAccesses> unordered = {};
  std::shared_ptr<const StateGraph> graph = nullptr;  // all states, by position of their outcomes; where it was kept
};

}  // namespace interleave

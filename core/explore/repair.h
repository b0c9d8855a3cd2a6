#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/explore/exploration.h"
#include "core/explore/explore_settings.h"
#include "core/explore/lock_change.h"
#include "core/scenario/scenario.h"

namespace interleave {

// How much of what a scenario may come to is bad, and how long it takes.
struct Verdict {
  bool complete = true;                 // all of it is known
  bool goes_wrong = false;              // some outcome is bad, or may never come
  bool endless = false;                 // there are infinitely many interleavings
  BigNumber interleavings;              // as in an exploration
  BigNumber bad;                        // of these; none where there is no number, or not all are known
  double chance = 0;                    // of the bad, if at every step all that are possible are equally likely
  Time makespan{};                      // of the run first in, first out
  Outcome outcome = Outcome::finished;  // of that run

  bool is_cured() const { return complete && !goes_wrong; }
};

Verdict verdict(const Scenario& scenario, const Exploration& found, const RunSettings& run);

// A change of locks that was tried.
struct Repair {
  LockChange change;
  Scenario scenario = {};  // with that change: what its file, written and read again, says
  Verdict verdict = {};
  std::size_t locked_steps = 0;  // that stand in the new locks
};

struct Repairs {
  Verdict before;
  // The cures first, that with the shortest run first, then that with the fewest locked steps; then what is none, the
  // least chance of going wrong first, and last that of which not all is known.
  std::vector<Repair> tried = {};
  std::size_t not_tried = 0;  // that there would be, at most
};

// Where many are tried, it is not worth while to wait longer for one.
inline constexpr std::size_t kMostStatesOfRepairs = 100'000;

struct RepairSettings {
  ExploreSettings explore;       // of each; its `goes_on` plays no part
  std::size_t most_tried = 200;  // changes, at most
  // Told now and then how many have been tried, of how many; false: that is enough. May be empty.
  std::function<bool(std::size_t, std::size_t)> goes_on = {};
};

// Where a lock would help: changes of the locks of a scenario whose interleavings come to something bad, each with what
// its interleavings come to. None where nothing is bad, and where tasks share nothing or come one after the other.
Repairs find_repairs(const Scenario& scenario, const Exploration& found, const RepairSettings& settings);

}  // namespace interleave

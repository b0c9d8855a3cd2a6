#pragma once

#include <string>
#include <string_view>

#include "core/base/digit_groups.h"
#include "core/explore/exploration.h"
#include "core/scenario/scenario.h"

// What an exploration has found, in words, for every way to show it.
namespace interleave {

// "50 %", "15.8 %", "0.0031 %"
std::string percent_text(double share);

// "6 interleavings"; "more than 400 interleavings"; "infinitely many interleavings".
std::string interleavings_text(const Exploration& found);
// "4 of 6"; empty where that is not known.
std::string count_text(const Exploration& found, const ExploredOutcome& outcome);
// "50 %"; "71 % +- 0.7 %" where it is an estimate.
std::string chance_text(const Exploration& found, const ExploredOutcome& outcome);

// "finished, tickets 0, an update is lost": what tells it from others.
std::string result_text(const RunResult& result, const Scenario& scenario, Mode mode);

// Whether something went wrong: it failed or deadlocked, an update was lost or a decision stale.
bool is_bad(const RunResult& result);

// How much of it goes so, or comes to where no end can be reached.
struct GoneWrong {
  bool any = false;
  BigNumber interleavings;  // none where there is no number of them, or not all are known
  double chance = 0;
};
GoneWrong gone_wrong(const Exploration& found);

}  // namespace interleave

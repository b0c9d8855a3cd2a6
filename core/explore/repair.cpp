#include "core/explore/repair.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "core/explore/explore.h"
#include "core/explore/lock_candidates.h"
#include "core/explore/lock_order.h"
#include "core/explore/nested_locks.h"
#include "core/explore/wording.h"
#include "core/run/simulate.h"
#include "core/scenario/loader.h"
#include "core/scenario/writer.h"

namespace interleave {
namespace {

bool only_deadlocks(const Exploration& found) {
  return !found.never_ends &&
         std::all_of(found.outcomes.begin(), found.outcomes.end(), [](const ExploredOutcome& outcome) {
           return !is_bad(outcome.result) || outcome.result.outcome == Outcome::deadlocked;
         });
}

// Of each the steps within it too.
std::size_t steps_in(const Scenario& scenario, const LockChange& change) {
  std::size_t count = 0;
  for_each_step(scenario, [&](const Step& step) {
    for (const LockedSteps& place : change.around) {
      if (place.steps.last == step.id) count += index(last_within(step)) - index(place.steps.first) + 1;
    }
  });
  return count;
}

// Changes that make a file that can be read, each once.
class Choices {
 public:
  Choices(const Scenario& scenario, std::size_t most) : scenario_(scenario), most_(most), seen_{to_json(scenario)} {}

  void add(LockChange change, const Scenario& changed) {
    if (found_.size() == most_) {
      ++left_out_;
      return;
    }
    std::string text = to_json(changed);
    auto loaded = load_scenario(text, "");
    if (!loaded || !seen_.insert(std::move(text)).second) return;
    const std::size_t locked = steps_in(scenario_, change);
    found_.push_back({.change = std::move(change), .scenario = std::move(loaded).value(), .locked_steps = locked});
  }

  std::size_t left_out() const { return left_out_; }
  std::vector<Repair> found() && { return std::move(found_); }

 private:
  const Scenario& scenario_;
  const std::size_t most_;
  std::set<std::string> seen_;
  std::vector<Repair> found_;
  std::size_t left_out_ = 0;
};

Choices choices(const Scenario& scenario, const Exploration& found, std::size_t most) {
  Choices all(scenario, most);
  for (LockedScenario& one : lock_order_candidates(scenario)) all.add(std::move(one.change), one.scenario);
  if (only_deadlocks(found) && !nested_in_circles(scenario).empty()) return all;
  for (LockChange& change : lock_candidates(scenario)) {
    const Scenario changed = with_locks(scenario, change);
    all.add(std::move(change), changed);
  }
  return all;
}

bool comes_before(const Repair& one, const Repair& other) {
  const auto rank = [](const Repair& repair) {
    const Verdict& verdict = repair.verdict;
    const bool cures = verdict.is_cured();
    return std::tuple(!cures, !verdict.complete, cures ? 0 : verdict.chance, cures ? verdict.makespan : Time{},
                      cures ? repair.locked_steps : 0);
  };
  return rank(one) < rank(other);
}

}  // namespace

Verdict verdict(const Scenario& scenario, const Exploration& found, const RunSettings& run) {
  const auto timeline = simulate(scenario, run);
  const GoneWrong wrong = gone_wrong(found);
  return {.complete = found.complete,
          .goes_wrong = wrong.any,
          .endless = found.endless,
          .interleavings = found.interleavings,
          .bad = wrong.interleavings,
          .chance = wrong.chance,
          .makespan = timeline->end()->time,
          .outcome = timeline->end()->outcome};
}

Repairs find_repairs(const Scenario& scenario, const Exploration& found, const RepairSettings& settings) {
  Repairs repairs{.before = verdict(scenario, found, settings.explore.run)};
  const Mode mode = settings.explore.run.mode;
  if (!repairs.before.goes_wrong || mode == Mode::sequential || !traits(mode).shares_memory) return repairs;
  Choices all = choices(scenario, found, settings.most_tried);
  repairs.not_tried = all.left_out();
  std::vector<Repair> open = std::move(all).found();
  bool is_enough = false;
  ExploreSettings explore_settings = settings.explore;
  explore_settings.goes_on = [&](std::size_t) {
    is_enough = is_enough || (settings.goes_on && !settings.goes_on(repairs.tried.size(), open.size()));
    return !is_enough;
  };
  for (Repair& one : open) {
    if (!explore_settings.goes_on(0)) break;
    const Exploration explored = explore(one.scenario, explore_settings);
    if (is_enough) break;
    one.verdict = verdict(one.scenario, explored, explore_settings.run);
    repairs.tried.push_back(std::move(one));
  }
  repairs.not_tried += open.size() - repairs.tried.size();
  std::stable_sort(repairs.tried.begin(), repairs.tried.end(), comes_before);
  return repairs;
}

}  // namespace interleave

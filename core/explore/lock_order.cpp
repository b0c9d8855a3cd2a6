#include "core/explore/lock_order.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "core/explore/exchange_locks.h"
#include "core/explore/nested_locks.h"
#include "core/scenario/shared_objects.h"

namespace interleave {
namespace {

class LockOrders {
 public:
  explicit LockOrders(const Scenario& scenario) : scenario_(scenario), nested_(nested_in_circles(scenario)) {}

  std::vector<LockedScenario> find() && {
    if (nested_.empty()) return {};
    exchange_of_one_task();
    put_in_one_order();
    exchange_of_all();
    lock_around();
    return std::move(found_);
  }

 private:
  void exchange_of_one_task() {
    for (const NestedLocks& one : nested_) {
      if (auto exchanged = exchange_for_task(scenario_, one)) found_.push_back(std::move(*exchanged));
    }
  }

  void put_in_one_order() {
    const SharedObjects objects(scenario_);
    const auto is_out_of_order = [&](const NestedLocks& one) {
      return objects.find(SharedUse::lock, one.first) > objects.find(SharedUse::lock, one.second);
    };
    LockedScenario ordered{{}, scenario_};
    for (std::size_t rounds = nested_.size(); rounds > 0; --rounds) {
      const std::vector<NestedLocks> nested = nested_in_circles(ordered.scenario);
      if (nested.empty()) break;
      const auto wrong = std::find_if(nested.begin(), nested.end(), is_out_of_order);
      if (wrong == nested.end()) return;
      auto exchanged = exchange_for_task(ordered.scenario, *wrong);
      if (!exchanged) return;
      ordered.scenario = std::move(exchanged->scenario);
      ordered.change.exchanged.push_back(exchanged->change.exchanged.front());
    }
    if (nested_in_circles(ordered.scenario).empty()) found_.push_back(std::move(ordered));
  }

  void exchange_of_all() {
    std::set<std::pair<StepId, StepId>> done;
    for (const NestedLocks& one : nested_) {
      if (!one.are_in_one_body || !done.emplace(one.outer, one.inner).second) continue;
      if (auto exchanged = exchange_for_all(scenario_, one)) found_.push_back(std::move(*exchanged));
    }
  }

  void lock_around() {
    std::set<StepId> inner;
    for (const NestedLocks& one : nested_) inner.insert(one.inner);
    const std::string fresh = fresh_lock_names(scenario_, 1).front();
    std::set<StepId> outermost;
    for (const NestedLocks& one : nested_) {
      if (!inner.contains(one.outer)) outermost.insert(one.outer);
    }
    LockChange change;
    for (const Function& function : scenario_.functions) lock_around(function.steps, outermost, fresh, change);
    for (const Task& task : scenario_.tasks) lock_around(task.steps, outermost, fresh, change);
    if (change.around.empty()) return;
    Scenario locked = with_locks(scenario_, change);
    found_.push_back({std::move(change), std::move(locked)});
  }

  // Around those of them that stand among the steps, as far as they hold their locks.
  static void lock_around(const std::vector<Step>& steps, const std::set<StepId>& outermost, const std::string& lock,
                          LockChange& change) {
    for (auto step = steps.begin(); step != steps.end(); ++step) {
      if (outermost.contains(step->id)) {
        const auto last = end_of_holding(step, steps.end());
        change.around.push_back({{step->id, last->id}, lock});
        step = last;
      } else {
        for_each_body(*step, [&](const auto& body) { lock_around(body, outermost, lock, change); });
      }
    }
  }

  using At = std::vector<Step>::const_iterator;

  static At end_of_holding(At taken, At end) {
    if (taken->verb() == Verb::lock) return taken;
    At last = end - 1;
    while (last != taken && !releases(*last, std::get<verb::Acquire>(taken->action).lock)) --last;
    return last != taken ? last : end - 1;
  }

  static bool releases(const Step& step, const SharedName& lock) {
    const auto* const release = std::get_if<verb::Release>(&step.action);
    return release != nullptr && release->lock == lock;
  }

  const Scenario& scenario_;
  const std::vector<NestedLocks> nested_;
  std::vector<LockedScenario> found_;
};

}  // namespace

std::vector<LockedScenario> lock_order_candidates(const Scenario& scenario) { return LockOrders(scenario).find(); }

}  // namespace interleave

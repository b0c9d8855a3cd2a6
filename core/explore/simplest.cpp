#include "core/explore/simplest.h"

#include <algorithm>
#include <cstdint>
#include <map>

namespace interleave {
namespace {

// From the ends of an outcome backwards, the least cost first (E. W. Dijkstra, 1959), where what has a cost is a step:
// that of itself and all that follow it, in switches and then in steps.
class Search {
 public:
  explicit Search(const StateGraph& graph)
      : graph_(graph), sources_(graph.targets.size()), costs_(graph.targets.size(), kUnknown), done_(graph.size()) {
    find_steps_to();
  }

  Schedule run(const std::vector<std::uint32_t>& ends) {
    if (std::find(ends.begin(), ends.end(), 0U) != ends.end()) return {};
    for (const std::uint32_t end : ends) {
      for (std::size_t i = first_to_[end]; i < first_to_[end + 1]; ++i) improve(steps_to_[i], kStep);
    }
    while (!waiting_.empty() && done_[0] == 0) settle_next();
    const Schedule found = walk();
    forget();
    return found;
  }

 private:
  using Cost = std::uint64_t;
  static constexpr Cost kStep = 1;
  static constexpr Cost kSwitch = Cost{1} << 32U;
  static constexpr Cost kUnknown = ~Cost{0};

  void find_steps_to() {
    first_to_.resize(graph_.size() + 1);
    for (const std::uint32_t target : graph_.targets) ++first_to_[target + 1];
    for (std::size_t i = 1; i < first_to_.size(); ++i) first_to_[i] += first_to_[i - 1];
    steps_to_.resize(graph_.targets.size());
    std::vector<std::uint32_t> filled(first_to_.begin(), first_to_.end() - 1);
    for (std::size_t state = 0; state < graph_.size(); ++state) {
      for (std::size_t step = graph_.begin(state); step < graph_.end(state); ++step) {
        sources_[step] = static_cast<std::uint32_t>(state);
        steps_to_[filled[graph_.targets[step]]++] = static_cast<std::uint32_t>(step);
      }
    }
  }

  std::uint32_t task(std::size_t step) const { return task_of(graph_.tokens[step]); }

  void improve(std::uint32_t step, Cost cost) {
    if (cost >= costs_[step]) return;
    if (costs_[step] == kUnknown) reached_.push_back(step);
    costs_[step] = cost;
    waiting_[cost].push_back(step);
  }

  // All steps of the least cost. What leads to a state goes on with the cheapest step from there, or with the cheapest
  // one of its own task.
  void settle_next() {
    const auto next = waiting_.extract(waiting_.begin());
    for (const std::uint32_t step : next.mapped()) {
      if (costs_[step] != next.key()) continue;
      const std::uint32_t state = sources_[step];
      const std::uint64_t bit = std::uint64_t{1} << task(step);
      if ((done_[state] & bit) != 0) continue;
      const bool is_cheapest = done_[state] == 0;
      done_[state] |= bit;
      for (std::size_t i = first_to_[state]; i < first_to_[state + 1]; ++i) {
        const bool is_same = task(steps_to_[i]) == task(step);
        if (is_same || is_cheapest) improve(steps_to_[i], next.key() + kStep + (is_same ? 0 : kSwitch));
      }
    }
  }

  Schedule walk() const {
    Schedule schedule;
    std::uint32_t state = 0;
    for (Cost left = kUnknown; left != kStep;) {
      const std::size_t step = cheapest(state, schedule);
      schedule.push_back(unpacked_token(graph_.tokens[step]));
      left = costs_[step];
      state = graph_.targets[step];
    }
    return schedule;
  }

  std::size_t cheapest(std::uint32_t state, const Schedule& before) const {
    std::size_t best = graph_.begin(state);
    Cost least = kUnknown;
    for (std::size_t step = graph_.begin(state); step < graph_.end(state); ++step) {
      if (costs_[step] == kUnknown) continue;
      const bool is_switch = !before.empty() && index(before.back().task) != task(step);
      const Cost cost = costs_[step] + (is_switch ? kSwitch : 0);
      if (cost < least) {
        least = cost;
        best = step;
      }
    }
    return best;
  }

  void forget() {
    for (const std::uint32_t step : reached_) {
      costs_[step] = kUnknown;
      done_[sources_[step]] = 0;
    }
    reached_.clear();
    waiting_.clear();
  }

  const StateGraph& graph_;
  std::vector<std::uint32_t> sources_;   // by step
  std::vector<std::uint32_t> first_to_;  // by state, the first of what follows; one more
  std::vector<std::uint32_t> steps_to_;  // the steps that lead there
  std::vector<Cost> costs_;              // by step
  std::vector<std::uint64_t> done_;      // by state: the tasks whose cheapest step from there is known
  std::vector<std::uint32_t> reached_;
  std::map<Cost, std::vector<std::uint32_t>> waiting_;
};

}  // namespace

std::vector<Schedule> simplest_schedules(const StateGraph& graph, std::size_t outcomes) {
  std::vector<std::vector<std::uint32_t>> ends(outcomes);
  for (std::size_t state = 0; state < graph.size(); ++state) {
    if (graph.is_end(state)) ends[graph.outcomes[state]].push_back(static_cast<std::uint32_t>(state));
  }
  Search search(graph);
  std::vector<Schedule> schedules;
  schedules.reserve(outcomes);
  for (const std::vector<std::uint32_t>& of_outcome : ends) {
    schedules.push_back(of_outcome.empty() ? Schedule{} : search.run(of_outcome));
  }
  return schedules;
}

}  // namespace interleave

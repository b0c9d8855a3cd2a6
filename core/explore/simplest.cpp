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
      : graph_(graph), steps_to_(graph.targets.size()), costs_(graph.targets.size(), kUnknown), done_(graph.size()) {
    find_steps_to();
  }

  Schedule run(const std::vector<std::uint32_t>& ends) {
    if (std::find(ends.begin(), ends.end(), 0U) != ends.end()) return {};
    forget();
    Level last{kStep};
    for (const std::uint32_t end : ends) {
      for (std::uint32_t i = first_to_[end]; i < first_to_[end + 1]; ++i) improve(i, last);
    }
    while (!waiting_.empty() && done_[0] == 0) settle_next();
    return walk();
  }

 private:
  using Cost = std::uint64_t;
  static constexpr Cost kStep = 1;
  static constexpr Cost kSwitch = Cost{1} << 32U;
  static constexpr Cost kUnknown = ~Cost{0};

  // A step, where those that lead to the same state stand together: so the search goes through memory in order.
  struct StepTo {
    std::uint32_t source = 0;
    std::uint32_t task = 0;
  };
  // What waits of one cost, found once.
  struct Level {
    Cost cost = 0;
    std::vector<std::uint32_t>* waiting = nullptr;
  };

  void find_steps_to() {
    first_to_.resize(graph_.size() + 1);
    for (const std::uint32_t target : graph_.targets) ++first_to_[target + 1];
    for (std::size_t i = 1; i < first_to_.size(); ++i) first_to_[i] += first_to_[i - 1];
    std::vector<std::uint32_t> filled(first_to_.begin(), first_to_.end() - 1);
    for (std::uint32_t state = 0; state < graph_.size(); ++state) {
      for (std::size_t step = graph_.begin(state); step < graph_.end(state); ++step) {
        steps_to_[filled[graph_.targets[step]]++] = {state, task_of(graph_.tokens[step])};
      }
    }
  }

  void improve(std::uint32_t at, Level& level) {
    if (level.cost >= costs_[at]) return;
    if (costs_[at] == kUnknown) reached_.push_back(at);
    costs_[at] = level.cost;
    if (level.waiting == nullptr) level.waiting = &waiting_[level.cost];
    level.waiting->push_back(at);
  }

  // All steps of the least cost. What leads to a state goes on with the cheapest step from there, or with the cheapest
  // one of its own task.
  void settle_next() {
    const auto next = waiting_.extract(waiting_.begin());
    Level same{next.key() + kStep};
    Level switched{next.key() + kStep + kSwitch};
    for (const std::uint32_t at : next.mapped()) {
      if (costs_[at] != next.key()) continue;
      const auto [state, task] = steps_to_[at];
      const std::uint64_t bit = std::uint64_t{1} << task;
      if ((done_[state] & bit) != 0) continue;
      const bool is_cheapest = done_[state] == 0;
      done_[state] |= bit;
      for (std::uint32_t i = first_to_[state]; i < first_to_[state + 1]; ++i) {
        const bool is_same = steps_to_[i].task == task;
        if (is_same || is_cheapest) improve(i, is_same ? same : switched);
      }
    }
  }

  Schedule walk() const {
    Schedule schedule;
    std::uint32_t state = 0;
    for (Cost left = kUnknown; left != kStep;) {
      const std::size_t step = cheapest(state, schedule);
      schedule.push_back(unpacked_token(graph_.tokens[step]));
      left = cost_of(state, step);
      state = graph_.targets[step];
    }
    return schedule;
  }

  // Whatever else the task can do there that leads to the same state costs the same.
  Cost cost_of(std::uint32_t state, std::size_t step) const {
    std::size_t at = first_to_[graph_.targets[step]];
    while (steps_to_[at].source != state || steps_to_[at].task != task_of(graph_.tokens[step])) ++at;
    return costs_[at];
  }

  std::size_t cheapest(std::uint32_t state, const Schedule& before) const {
    std::size_t best = graph_.begin(state);
    Cost least = kUnknown;
    for (std::size_t step = graph_.begin(state); step < graph_.end(state); ++step) {
      if (cost_of(state, step) == kUnknown) continue;
      const bool is_switch = !before.empty() && index(before.back().task) != task_of(graph_.tokens[step]);
      const Cost cost = cost_of(state, step) + (is_switch ? kSwitch : 0);
      if (cost < least) {
        least = cost;
        best = step;
      }
    }
    return best;
  }

  void forget() {
    for (const std::uint32_t at : reached_) {
      costs_[at] = kUnknown;
      done_[steps_to_[at].source] = 0;
    }
    reached_.clear();
    waiting_.clear();
  }

  const StateGraph& graph_;
  std::vector<StepTo> steps_to_;
  std::vector<std::uint32_t> first_to_;  // by state, the first that leads there; one more
  std::vector<Cost> costs_;              // of those steps
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

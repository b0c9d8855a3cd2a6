#include "core/explore/path_counts.h"

#include <algorithm>
#include <span>
#include <utility>

namespace interleave {
namespace {

// From which states a step leads to one, as often as steps do.
class Sources {
 public:
  explicit Sources(const StateGraph& graph) : first_(graph.size() + 1), sources_(graph.targets.size()) {
    for (const std::uint32_t target : graph.targets) ++first_[target + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    std::vector<std::uint32_t> filled(first_.begin(), first_.end() - 1);
    for (std::size_t state = 0; state < graph.size(); ++state) {
      for (std::size_t step = graph.begin(state); step < graph.end(state); ++step) {
        sources_[filled[graph.targets[step]]++] = static_cast<std::uint32_t>(state);
      }
    }
  }

  std::span<const std::uint32_t> of(std::size_t state) const {
    return std::span(sources_).subspan(first_[state], first_[state + 1] - first_[state]);
  }

 private:
  std::vector<std::uint32_t> first_;  // by state; one more
  std::vector<std::uint32_t> sources_;
};

class Counting {
 public:
  Counting(const StateGraph& graph, std::size_t outcomes) : graph_(graph), outcomes_(outcomes) {}

  PathCounts run() {
    sort();
    counts_.endless = order_.size() < graph_.size();
    for (std::size_t parts = 1; !count(parts); parts *= 2) {
    }
    counts_.chances.assign(outcomes_, 0.0);
    counts_.endless ? approach_chances() : add_up_chances();
    return std::move(counts_);
  }

 private:
  // Each state before those that follow it (A. B. Kahn, 1962). States in circles, and behind them, are left out.
  void sort() {
    std::vector<std::uint32_t> before(graph_.size());
    for (const std::uint32_t target : graph_.targets) ++before[target];
    order_.reserve(graph_.size());
    if (before[0] == 0) order_.push_back(0);
    for (std::size_t at = 0; at < order_.size(); ++at) {
      for (std::size_t step = graph_.begin(order_[at]); step < graph_.end(order_[at]); ++step) {
        if (--before[graph_.targets[step]] == 0) order_.push_back(graph_.targets[step]);
      }
    }
  }

  // In numbers of so many parts; false where they are too short.
  bool count(std::size_t parts) {
    std::vector<std::uint64_t> ways(graph_.size() * parts);
    const auto of = [&](std::size_t state) { return std::span(ways).subspan(state * parts, parts); };
    counts_.ways = {};
    counts_.ways_to.assign(outcomes_, {});
    ways[0] = 1;
    for (const std::uint32_t state : order_) {
      for (std::size_t step = graph_.begin(state); step < graph_.end(state); ++step) {
        if (add_parts(of(graph_.targets[step]), of(state))) return false;
      }
      if (graph_.outcomes[state] == StateGraph::kGoesOn) continue;
      counts_.ways.add(of(state));
      if (graph_.is_end(state)) counts_.ways_to[graph_.outcomes[state]].add(of(state));
    }
    return true;
  }

  void add_up_chances() {
    std::vector<double> chances(graph_.size());
    chances[0] = 1;
    for (const std::uint32_t state : order_) give_on(state, chances);
  }

  // To each of those that may follow, and to the outcome.
  void give_on(std::size_t state, std::vector<double>& chances) {
    const double chance = std::exchange(chances[state], 0.0);
    if (graph_.is_end(state)) counts_.chances[graph_.outcomes[state]] += chance;
    const std::size_t steps = graph_.end(state) - graph_.begin(state);
    for (std::size_t step = graph_.begin(state); step < graph_.end(state); ++step) {
      chances[graph_.targets[step]] += chance / static_cast<double>(steps);
    }
  }

  // Round by round, until next to nothing is left on the way.
  void approach_chances() {
    constexpr double kLeft = 1e-11;
    constexpr int kMostRounds = 1'000'000;
    const Sources sources(graph_);
    const std::vector<bool> can_end = find_those_that_can_end(sources);
    find_those_going_round(sources);
    std::vector<double> chances(graph_.size());
    chances[0] = 1;
    double left = 1;
    for (int round = 0; left > kLeft && round < kMostRounds; ++round) {
      for (std::size_t state = 0; state < graph_.size(); ++state) {
        if (chances[state] == 0) continue;
        if (can_end[state]) {
          give_on(state, chances);
        } else {
          counts_.never_ends += std::exchange(chances[state], 0.0);
        }
      }
      left = 0;
      for (const double chance : chances) left += chance;
    }
  }

  std::vector<bool> find_those_that_can_end(const Sources& sources) {
    std::vector<bool> can_end(graph_.size());
    std::vector<std::uint32_t> found;
    for (std::size_t state = 0; state < graph_.size(); ++state) {
      if (graph_.outcomes[state] != StateGraph::kGoesOn) found.push_back(static_cast<std::uint32_t>(state));
    }
    for (const std::uint32_t state : found) can_end[state] = true;
    while (!found.empty()) {
      const std::uint32_t state = found.back();
      found.pop_back();
      for (const std::uint32_t source : sources.of(state)) {
        if (can_end[source]) continue;
        can_end[source] = true;
        found.push_back(source);
      }
    }
    counts_.can_be_stuck = std::find(can_end.begin(), can_end.end(), false) != can_end.end();
    return can_end;
  }

  // Without those that are in no circle, nor behind one, and then without those from which none can be reached.
  void find_those_going_round(const Sources& sources) {
    std::vector<bool> is_out(graph_.size());
    for (const std::uint32_t state : order_) is_out[state] = true;
    std::vector<std::uint32_t> behind(graph_.size());  // how many that may follow are left
    std::vector<std::uint32_t> ends;
    for (std::uint32_t state = 0; state < graph_.size(); ++state) {
      if (is_out[state]) continue;
      behind[state] = static_cast<std::uint32_t>(graph_.end(state) - graph_.begin(state));
      if (behind[state] == 0) ends.push_back(state);
    }
    while (!ends.empty()) {
      const std::uint32_t state = ends.back();
      ends.pop_back();
      is_out[state] = true;
      for (const std::uint32_t source : sources.of(state)) {
        if (!is_out[source] && --behind[source] == 0) ends.push_back(source);
      }
    }
    for (std::size_t state = 0; state < graph_.size(); ++state) {
      for (std::size_t step = graph_.begin(state); step < graph_.end(state); ++step) {
        if (is_out[state] || is_out[graph_.targets[step]]) continue;
        counts_.going_round |= std::uint64_t{1} << task_of(graph_.tokens[step]);
      }
    }
  }

  const StateGraph& graph_;
  const std::size_t outcomes_;
  std::vector<std::uint32_t> order_;
  PathCounts counts_;
};

}  // namespace

PathCounts count_paths(const StateGraph& graph, std::size_t outcomes) { return Counting(graph, outcomes).run(); }

}  // namespace interleave

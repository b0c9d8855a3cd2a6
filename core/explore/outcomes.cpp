#include "core/explore/outcomes.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/explore/path_counts.h"
#include "core/explore/simplest.h"

namespace interleave {
namespace {

// Most interleavings first, or where there is no number of them the likeliest.
bool comes_first(const ExploredOutcome& one, const ExploredOutcome& other) {
  if (one.interleavings != other.interleavings) return one.interleavings > other.interleavings;
  if (one.chance != other.chance) return one.chance > other.chance;
  return one.result < other.result;
}

struct Numbered {
  std::uint32_t number = 0;  // in the graph
  ExploredOutcome outcome;
};

}  // namespace

Exploration what_is_known(StateGraph graph, std::map<RunResult, std::uint32_t> results, bool complete,
                          std::size_t most_states_kept) {
  PathCounts counts = count_paths(graph, results.size());
  Exploration found{
      .complete = complete, .states = graph.size(), .steps = graph.targets.size(), .endless = counts.endless};
  if (!counts.endless || !complete) found.interleavings = std::move(counts.ways);
  for (std::size_t task = 0; task < 64; ++task) {
    if ((counts.going_round >> task & 1U) != 0) found.going_round.push_back(task_id(task));
  }
  if (!complete) return found;
  if (counts.can_be_stuck) found.never_ends = counts.never_ends;
  std::vector<Schedule> schedules = simplest_schedules(graph, results.size());
  const double all = found.interleavings.to_double();
  std::vector<Numbered> outcomes;
  while (!results.empty()) {
    const auto result = results.extract(results.begin());
    ExploredOutcome& outcome = outcomes.emplace_back(Numbered{result.mapped(), {}}).outcome;
    outcome.result = std::move(result.key());
    outcome.chance = counts.chances[result.mapped()];
    outcome.schedule = std::move(schedules[result.mapped()]);
    if (counts.endless) continue;
    outcome.interleavings = std::move(counts.ways_to[result.mapped()]);
    outcome.share = outcome.interleavings.to_double() / all;
  }
  std::sort(outcomes.begin(), outcomes.end(),
            [](const Numbered& one, const Numbered& other) { return comes_first(one.outcome, other.outcome); });
  std::vector<std::uint32_t> places(outcomes.size());
  for (Numbered& one : outcomes) {
    places[one.number] = static_cast<std::uint32_t>(found.outcomes.size());
    found.outcomes.push_back(std::move(one.outcome));
  }
  if (graph.size() > most_states_kept) return found;
  for (std::uint32_t& outcome : graph.outcomes) {
    if (outcome < StateGraph::kBorder) outcome = places[outcome];
  }
  found.graph = std::make_shared<const StateGraph>(std::move(graph));
  return found;
}

void add_estimates(Exploration& found, RandomRuns runs) {
  const auto all = static_cast<double>(runs.runs);
  while (!runs.results.empty()) {
    auto result = runs.results.extract(runs.results.begin());
    ExploredOutcome& outcome = found.outcomes.emplace_back();
    outcome.result = std::move(result.key());
    outcome.chance = static_cast<double>(result.mapped().runs) / all;
    // Two standard deviations, of a chance that is never quite 0 or 1.
    const double likely = (static_cast<double>(result.mapped().runs) + 1) / (all + 2);
    outcome.chance_within = 2 * std::sqrt(likely * (1 - likely) / all);
    outcome.schedule = std::move(result.mapped().schedule);
  }
  std::sort(found.outcomes.begin(), found.outcomes.end(), comes_first);
}

}  // namespace interleave

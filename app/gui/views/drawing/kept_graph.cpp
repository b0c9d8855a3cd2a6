#include "app/gui/views/drawing/kept_graph.h"

#include <algorithm>

#include "app/gui/model/explain/directed_text.h"
#include "app/gui/model/explain/state_text.h"
#include "core/explore/wording.h"
#include "core/run/simulate.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kMostStatesTold = 24;

}  // namespace

void KeptGraph::keep(const std::shared_ptr<const Exploration>& found, const Scenario& scenario,
                     const RunSettings& settings) {
  if (found == found_) return;
  found_ = found;
  std::vector<bool> bad;
  for (const ExploredOutcome& outcome : found->outcomes) bad.push_back(is_bad(outcome.result));
  layout_ = graph_layout(*found->graph, bad);
  steps_.clear();
  values_.clear();
  if (found->graph->size() <= kMostStatesTold) describe(scenario, settings);
}

void KeptGraph::describe(const Scenario& scenario, const RunSettings& settings) {
  const StateGraph& graph = *found_->graph;
  const Simulator simulator(scenario);
  for (std::uint32_t state = 0; state < graph.size(); ++state) {
    RunSettings there = settings;
    there.schedule = way_to(graph, state);
    const auto run = simulator.direct(there);
    values_.push_back(run ? shared_values_text(*run.value().timeline) : "");
    for (std::size_t step = graph.begin(state); step < graph.end(state); ++step) {
      const Token token = unpacked_token(graph.tokens[step]);
      const auto is_it = [&](const DirectedRun::Choice& choice) { return choice.token == token; };
      const auto choice = run ? std::find_if(run.value().choices.begin(), run.value().choices.end(), is_it)
                              : std::vector<DirectedRun::Choice>::const_iterator();
      const bool is_known = run && choice != run.value().choices.end();
      steps_.push_back(is_known ? choice_text(*run.value().timeline, *choice) : "");
    }
  }
}

}  // namespace interleave::gui

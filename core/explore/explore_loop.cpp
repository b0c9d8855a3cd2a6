#include "core/explore/explore_loop.h"

#include <algorithm>
#include <concepts>
#include <map>
#include <utility>

#include "core/explore/loop_state.h"
#include "core/explore/outcomes.h"
#include "core/explore/state_graph.h"
#include "core/explore/state_table.h"
#include "core/record/text.h"
#include "core/run/run_info.h"
#include "core/run/virtual_run.h"

namespace interleave {
namespace {

// Nothing of a loop's run can be put back. So every state is come to by a run of its own from the start, by the order
// of waits that first led there and one more.
class LoopExplorer {
 public:
  LoopExplorer(const Program& program, const ExploreSettings& settings)
      : program_(program), settings_(settings), info_(program_info(program.scenario())), packing_(program) {}

  Exploration run() {
    come_to({});
    for (std::size_t state = 0; state < states_.size() && goes_on(); ++state) expand(state);
    const bool complete = graph_.first.size() == states_.size() + 1;
    graph_.first.resize(states_.size() + 1, static_cast<std::uint32_t>(graph_.targets.size()));
    for (std::size_t state = 0; !complete && state < states_.size(); ++state) {
      const bool is_border = graph_.begin(state) == graph_.end(state) && !graph_.is_end(state);
      if (is_border) graph_.outcomes[state] = StateGraph::kBorder;
    }
    return what_is_known(std::move(graph_), std::move(results_), complete, settings_.most_states_kept);
  }

 private:
  struct Came {
    std::uint32_t from = 0;
    Token by = {};
  };

  bool goes_on() const {
    return states_.size() <= settings_.limit && (!settings_.goes_on || settings_.goes_on(states_.size()));
  }

  // From where it begins.
  Schedule way_to(std::size_t state) const {
    Schedule way;
    for (; state != 0; state = came_[state].from) way.push_back(came_[state].by);
    std::reverse(way.begin(), way.end());
    return way;
  }

  void expand(std::size_t state) {
    Schedule way = way_to(state);
    for (const Token& move : std::vector<Token>(moves_[state])) {
      way.push_back(move);
      const std::uint32_t target = come_to(way);
      if (target == came_.size()) came_.push_back({static_cast<std::uint32_t>(state), move});
      graph_.targets.push_back(target);
      graph_.tokens.push_back(packed(move));
      way.pop_back();
    }
    graph_.first.push_back(static_cast<std::uint32_t>(graph_.targets.size()));
  }

  // The state that the run stands in behind that schedule.
  std::uint32_t come_to(const Schedule& way) {
    RunSettings settings = settings_.run;
    settings.schedule.insert(settings.schedule.end(), way.begin(), way.end());
    VirtualRun run(program_, settings, true);
    run.go();
    const Batch batch = run.take_events();
    bytes_.clear();
    Packer packer(bytes_);
    const std::vector<Token> moves = run.gate().possible();
    for (const Token& move : moves) packer.number(packed(move));
    save_loop(packer, run.execution(), history_of(batch), packing_);
    const StateTable::Added added = states_.add(bytes_);
    if (!added.is_new) return added.state;
    if (added.state == 0) came_.emplace_back();
    moves_.push_back(moves);
    graph_.outcomes.push_back(moves.empty() ? outcome(run, batch) : StateGraph::kGoesOn);
    return added.state;
  }

  std::uint32_t outcome(const VirtualRun& run, const Batch& batch) {
    RunResult result =
        run_result(*run.timeline(run_info(info_, settings_.run, ClockKind::virtual_time), batch), settings_.with_lines);
    return results_.emplace(std::move(result), static_cast<std::uint32_t>(results_.size())).first->second;
  }

  LoopHistory history_of(const Batch& batch) {
    LoopHistory history;
    for (const Event& event : batch.events) {
      switch (event.kind) {
        case EventKind::write_marked:
          (event.mark == StaleWrite::lost_update ? history.lost_updates : history.stale) = true;
          break;
        case EventKind::failure_taken:
          history.taken |= std::uint64_t{1} << index(event.task);
          break;
        case EventKind::task_printed:
          if (settings_.with_lines) history.output = outputs_.longer(history.output, event.text->value);
          break;
        default:
          break;
      }
    }
    return history;
  }

  const Program& program_;
  const ExploreSettings& settings_;
  const RunInfo info_;
  TaskPacking packing_;
  OutputTable outputs_;
  StateTable states_;
  std::vector<Came> came_;                 // by state
  std::vector<std::vector<Token>> moves_;  // by state
  StateGraph graph_;
  std::map<RunResult, std::uint32_t> results_;
  Bytes bytes_;
};

// Whether any of the steps is about what tasks share, or about other tasks.
bool is_about_others(const Scenario& scenario, const std::vector<Step>& steps) {
  bool found = false;
  const auto look_at = [&found](const Step& step) {
    for_each_part(step, [&]<class Part>(const Part&, const auto&) {
      found = found || std::same_as<Part, part::Shared> || std::same_as<Part, part::OtherTask> ||
              std::same_as<Part, part::OtherTasks>;
    });
  };
  for_each_step(steps, look_at);
  for (const std::size_t called : functions_called_from(scenario, steps)) {
    for_each_step(scenario.functions[called].steps, look_at);
  }
  return found;
}

}  // namespace

std::optional<std::string> loop_refusal(const Scenario& scenario) {
  for (const Task& task : scenario.tasks) {
    if (!task.to_thread) continue;
    const std::vector<Step>& steps = task.function ? scenario.functions[*task.function].steps : task.steps;
    if (!is_about_others(scenario, steps)) continue;
    return "of task \"" + task.name +
           "\", which runs on a thread beside the event loop, no step may be about what tasks share or about others";
  }
  return std::nullopt;
}

Exploration explore_loop(const Program& program, const ExploreSettings& settings) {
  return LoopExplorer(program, settings).run();
}

}  // namespace interleave

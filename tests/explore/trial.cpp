#include "tests/explore/trial.h"

#include <cmath>
#include <cstdlib>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <tuple>

#include "core/run/run_info.h"
#include "core/run/schedule_problem.h"
#include "core/run/virtual_run.h"

namespace interleave::testing {
namespace {

// Fewest switches, fewest steps, least tokens.
auto simplicity(const Schedule& schedule) {
  std::size_t switches = 0;
  for (std::size_t i = 1; i < schedule.size(); ++i) {
    if (schedule[i].task != schedule[i - 1].task) ++switches;
  }
  return std::tuple(switches, schedule.size(), schedule);
}

}  // namespace

Trial::Trial(const Scenario& scenario, const ExploreSettings& settings, std::size_t most)
    : program_(scenario), info_(program_info(scenario)), settings_(settings), most_(most) {}

bool Trial::go_on(const Schedule& schedule, double chance) {
  if (++runs_ > most_) return false;
  RunSettings run = settings_.run;
  run.schedule = schedule;
  run.with_lines = settings_.with_lines;
  VirtualRun trial(program_, run, true);
  trial.go();
  if (trial.gate().next() != nullptr) {
    const auto timeline = trial.timeline(run_info(info_, run, ClockKind::virtual_time), trial.take_events());
    FAIL_CHECK(schedule_problem(trial, *timeline));
    return false;
  }
  const std::vector<Token> possible = trial.gate().possible();
  for (const Token& token : possible) {
    Schedule longer = schedule;
    longer.push_back(token);
    if (!go_on(longer, chance / static_cast<double>(possible.size()))) return false;
  }
  if (!possible.empty()) return true;
  Tried& tried = found_[run_result(*trial.timeline(run_info(info_, run, ClockKind::virtual_time), trial.take_events()),
                                   settings_.with_lines)];
  ++tried.ways;
  tried.chance += chance;
  if (!tried.simplest || simplicity(schedule) < simplicity(*tried.simplest)) tried.simplest = schedule;
  return true;
}

std::string text_of(const RunResult& result) {
  std::string text =
      fmt::format("{} lost {} stale {}", static_cast<int>(result.outcome), result.lost_updates, result.stale);
  for (const auto& process : result.shared) {
    for (const std::int64_t value : process) text += fmt::format(" {}", value);
  }
  for (const auto& task : result.tasks) text += fmt::format(" {}{}", static_cast<int>(task.outcome), task.error);
  for (const auto& line : result.output) text += " / " + line;
  return text;
}

std::string difference(const Exploration& found, const std::map<RunResult, Tried>& tried,
                       const std::vector<std::string>& names) {
  std::string text;
  std::map<RunResult, const ExploredOutcome*> explored;
  for (const ExploredOutcome& outcome : found.outcomes) explored[outcome.result] = &outcome;
  for (const auto& [result, its] : tried) {
    const auto known = explored.find(result);
    if (known == explored.end()) {
      text += fmt::format("only tried: {} {} by {}\n", its.ways, text_of(result), schedule_text(*its.simplest, names));
      continue;
    }
    const ExploredOutcome& outcome = *known->second;
    if (outcome.interleavings.text() != std::to_string(its.ways))
      text += fmt::format("{} explored, {} tried: {}\n", outcome.interleavings.text(), its.ways, text_of(result));
    if (std::abs(outcome.chance - its.chance) > 1e-9)
      text += fmt::format("chance {} explored, {} tried: {}\n", outcome.chance, its.chance, text_of(result));
    if (outcome.schedule != *its.simplest)
      text += fmt::format("{} explored, {} tried: {}\n", schedule_text(outcome.schedule, names),
                          schedule_text(*its.simplest, names), text_of(result));
    explored.erase(known);
  }
  for (const auto& [result, outcome] : explored)
    text += fmt::format("only explored: {} {} by {}\n", outcome->interleavings.text(), text_of(result),
                        schedule_text(outcome->schedule, names));
  return text;
}

std::size_t programs_to_try() {
  const char* const asked = std::getenv("INTERLEAVE_EXPLORED_PROGRAMS");
  return asked != nullptr ? static_cast<std::size_t>(std::atoll(asked)) : std::size_t{INTERLEAVE_EXPLORED_AT_LEAST};
}

}  // namespace interleave::testing

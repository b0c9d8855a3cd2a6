#include "core/explore/wording.h"

#include <fmt/format.h>
#include <vector>

#include "core/record/names.h"

namespace interleave {
namespace {

std::string_view words_of_end(Outcome outcome) {
  if (outcome == Outcome::deadlocked) return "waiting for ever";
  return outcome == Outcome::not_started ? "not started" : name(outcome);
}

// "rent, refund"; "desk 1 (sold out)"
std::string tasks_that(Outcome outcome, const RunResult& result, const Scenario& scenario) {
  std::string tasks;
  for (std::size_t i = 0; i < result.tasks.size(); ++i) {
    const RunResult::TaskEnd& end = result.tasks[i];
    if (end.outcome != outcome) continue;
    tasks += (tasks.empty() ? "" : ", ") + scenario.tasks[i].name;
    if (!end.error.empty()) tasks += fmt::format(" ({})", end.error);
  }
  return tasks;
}

}  // namespace

std::string percent_text(double share) {
  const double value = share * 100;
  if (value == 0 || value >= 99.95) return fmt::format("{:.0f} %", value);
  if (value < 0.1) return fmt::format("{:.2g} %", value);
  const std::string text = fmt::format("{:.1f}", value);
  return (text.ends_with(".0") ? text.substr(0, text.size() - 2) : text) + " %";
}

std::string interleavings_text(const Exploration& found) {
  if (found.complete && found.endless) return "infinitely many interleavings";
  const std::string number = in_groups(found.interleavings.text());
  return fmt::format("{}{} interleaving{}", found.complete ? "" : "more than ", number, number == "1" ? "" : "s");
}

std::string count_text(const Exploration& found, const ExploredOutcome& outcome) {
  if (!found.complete || found.endless) return "";
  return in_groups(outcome.interleavings.text()) + " of " + in_groups(found.interleavings.text());
}

std::string chance_text(const Exploration& found, const ExploredOutcome& outcome) {
  if (found.complete) return percent_text(outcome.chance);
  return fmt::format("{} +- {}", percent_text(outcome.chance), percent_text(outcome.chance_within));
}

std::string result_text(const RunResult& result, const Scenario& scenario, Mode mode) {
  std::string text(name(result.outcome));
  const bool has_processes = !traits(mode).shares_memory;
  for (std::size_t process = 0; process < result.shared.size(); ++process) {
    for (std::size_t i = 0; i < result.shared[process].size(); ++i) {
      text += fmt::format(", {} {}{}", scenario.shared[i].name, result.shared[process][i],
                          has_processes ? fmt::format(" in process {}", process + 1) : "");
    }
  }
  for (const Outcome outcome : {Outcome::failed, Outcome::cancelled, Outcome::deadlocked, Outcome::not_started}) {
    const std::string tasks = tasks_that(outcome, result, scenario);
    if (!tasks.empty()) text += fmt::format(", {}: {}", words_of_end(outcome), tasks);
  }
  if (result.lost_updates) text += ", an update is lost";
  if (result.stale) text += ", a decision is stale";
  return text;
}

bool is_bad(const RunResult& result) {
  return result.outcome != Outcome::finished || result.lost_updates || result.stale;
}

GoneWrong gone_wrong(const Exploration& found) {
  GoneWrong wrong{.any = found.never_ends.has_value(), .chance = found.never_ends.value_or(0)};
  for (const ExploredOutcome& outcome : found.outcomes) {
    if (!is_bad(outcome.result)) continue;
    wrong.any = true;
    wrong.interleavings += outcome.interleavings;
    wrong.chance += outcome.chance;
  }
  return wrong;
}

}  // namespace interleave

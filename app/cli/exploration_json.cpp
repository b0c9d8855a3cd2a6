#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "app/cli/exploration_text.h"
#include "core/base/json_text.h"
#include "core/record/names.h"
#include "core/record/schedule.h"
#include "core/run/run_info.h"
#include "core/run/schedule_reader.h"

namespace interleave::cli {
namespace {

// Items as a list over several lines.
std::string list_of(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "\n    " : ",\n    ") + item;
  return text.empty() ? "[]" : "[" + text + "\n  ]";
}

std::string in_numbers(double chance) { return fmt::format("{:.9g}", chance); }

std::string variables_json(const Scenario& scenario, const std::vector<std::int64_t>& values) {
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    text += fmt::format("{}{}: {}", i == 0 ? "" : ", ", json_string(scenario.shared[i].name), values[i]);
  }
  return "{" + text + "}";
}

std::string shared_json(const ExplorationReport& report, const RunResult& result) {
  std::string lists;
  for (const auto& values : result.shared)
    lists += (lists.empty() ? "" : ", ") + variables_json(report.scenario, values);
  if (!traits(report.settings.run.mode).shares_memory) return "[" + lists + "]";
  return lists.empty() ? "{}" : lists;
}

std::string tasks_json(const std::vector<std::string>& names, const RunResult& result) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const RunResult::TaskEnd& end = result.tasks[i];
    if (end.outcome == Outcome::finished) continue;
    text +=
        fmt::format("{}{}: {{\"outcome\": \"{}\"", text.empty() ? "" : ", ", json_string(names[i]), name(end.outcome));
    if (!end.error.empty()) text += ", \"error\": " + json_string(end.error);
    text += '}';
  }
  return "{" + text + "}";
}

std::string outcome_json(const ExplorationReport& report, const std::vector<std::string>& names,
                         const ExploredOutcome& outcome) {
  const RunResult& result = outcome.result;
  std::string text = fmt::format(
      "{{\"outcome\": \"{}\", \"shared\": {}, \"lost_updates\": {}, \"stale\": {}, \"tasks\": {}", name(result.outcome),
      shared_json(report, result), result.lost_updates, result.stale, tasks_json(names, result));
  if (report.settings.with_lines) {
    std::string lines;
    for (const std::string& line : result.output) lines += (lines.empty() ? "" : ", ") + json_string(line);
    text += ", \"output\": [" + lines + "]";
  }
  const bool has_number = report.found.complete && !report.found.endless;
  text += ", \"interleavings\": " + (has_number ? outcome.interleavings.text() : "null");
  if (has_number) text += ", \"share\": " + in_numbers(outcome.share);
  text += ", \"chance\": " + in_numbers(outcome.chance);
  if (!report.found.complete) text += ", \"chance_within\": " + in_numbers(outcome.chance_within);
  if (report.condition != nullptr) text += fmt::format(", \"holds\": {}", report.condition->holds(result));
  return text + ", \"schedule\": " + json_string(schedule_text(outcome.schedule, names)) + "}";
}

std::string unordered_json(const ExplorationReport& report, const RunInfo& info, const std::vector<std::string>& names,
                           const UnorderedAccesses& pair) {
  std::string accesses;
  for (const UnorderedAccesses::Access& access : pair.accesses) {
    accesses += fmt::format("{}{{\"task\": {}, \"verb\": \"{}\", \"line\": {}}}", accesses.empty() ? "" : ", ",
                            json_string(names[index(access.task)]), access.writes ? "write" : "read",
                            info.steps[index(access.step)].line);
  }
  return fmt::format("{{\"variable\": {}, \"accesses\": [{}]}}",
                     json_string(report.scenario.shared[index(pair.variable)].name), accesses);
}

}  // namespace

bool breaks_condition(const ExplorationReport& report) {
  if (report.condition == nullptr) return false;
  return std::any_of(report.found.outcomes.begin(), report.found.outcomes.end(),
                     [&](const ExploredOutcome& outcome) { return !report.condition->holds(outcome.result); });
}

std::string exploration_json(const ExplorationReport& report) {
  const Exploration& found = report.found;
  const std::vector<std::string> names = task_names(report.scenario);
  const RunInfo info = program_info(report.scenario);
  std::vector<std::string> outcomes;
  for (const ExploredOutcome& outcome : found.outcomes) outcomes.push_back(outcome_json(report, names, outcome));
  std::vector<std::string> pairs;
  for (const UnorderedAccesses& pair : found.unordered) pairs.push_back(unordered_json(report, info, names, pair));
  const bool has_number = !found.complete || !found.endless;
  std::string text =
      fmt::format("{{\n  \"scenario\": {}, \"mode\": \"{}\", \"timing\": \"{}\", \"complete\": {}, \"states\": {},\n",
                  json_string(report.scenario.title), name(report.settings.run.mode), name(report.settings.run.timing),
                  found.complete, found.states);
  text += fmt::format("  \"interleavings\": {},\n  \"endless\": {},\n",
                      has_number ? found.interleavings.text() : "null", found.endless);
  if (found.never_ends) text += fmt::format("  \"never_ends\": {{\"chance\": {}}},\n", in_numbers(*found.never_ends));
  if (report.condition != nullptr) {
    text += fmt::format("  \"check\": {}, \"holds\": {},\n", json_string(report.check), !breaks_condition(report));
  }
  return text + fmt::format("  \"outcomes\": {},\n  \"unordered\": {}{}\n}}\n", list_of(outcomes), list_of(pairs),
                            repairs_json(report));
}

}  // namespace interleave::cli

#include "core/run/run_parts.h"

#include <algorithm>

namespace interleave {

RunInfo run_info(const Scenario& scenario, const RunSettings& settings, ClockKind clock) {
  RunInfo info;
  info.scenario = scenario.title;
  info.tasks.reserve(scenario.tasks.size());
  for (const Task& task : scenario.tasks) info.tasks.push_back(task.name);
  info.mode = settings.mode;
  info.max_workers = settings.max_workers;
  info.clock = clock;
  info.seed = settings.seed;
  return info;
}

Execution::Settings execution_settings(const RunSettings& settings) {
  Execution::Settings result;
  result.mode = settings.mode;
  result.max_workers = settings.max_workers;
  for (const MaxWorkersChange& change : settings.changes) result.changes.push_back({change.time, change.max_workers});
  return result;
}

RunEnd end_of_finished(const Timeline& timeline) {
  RunEnd end;
  for (const TaskTrack& task : timeline.tasks()) {
    if (task.finished) end.time = std::max(end.time, *task.finished);
    if (task.outcome == Outcome::failed && end.outcome == Outcome::finished) {
      end.outcome = Outcome::failed;
      end.error = task.name + ": " + task.error;
    }
  }
  return end;
}

}  // namespace interleave

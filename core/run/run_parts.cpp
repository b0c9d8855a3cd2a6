#include "core/run/run_parts.h"

#include <algorithm>

#include "core/timeline/deadlock.h"

namespace interleave {

Execution::Settings execution_settings(const RunSettings& settings) {
  Execution::Settings result;
  result.mode = settings.mode;
  result.max_workers = settings.max_workers;
  for (const MaxWorkersChange& change : settings.changes) result.changes.push_back({change.time, change.max_workers});
  return result;
}

bool needs_gil(const Scenario& scenario, const RunSettings& settings) {
  const ModeTraits& mode = traits(settings.mode);
  const bool has_threads = !mode.one_worker || has_threads_beside_loop(scenario, settings.mode);
  return has_gil(settings) && has_threads && mode.shares_memory && contains(scenario, Verb::compute);
}

RunEnd end_of_finished(const Timeline& timeline) {
  RunEnd end;
  const TaskTrack* first = nullptr;  // to fail, of those whose failure nobody handled
  for (const TaskTrack& task : timeline.tasks()) {
    if (task.finished) end.time = std::max(end.time, *task.finished);
    if (task.outcome != Outcome::failed || task.taken_by) continue;
    if (first == nullptr || (task.finished && task.finished < first->finished)) first = &task;
  }
  if (first == nullptr) return end;
  end.outcome = Outcome::failed;
  end.error = first->name + ": " + first->error;
  return end;
}

RunEnd end_of_deadlocked(const Timeline& timeline, Time at) {
  return {Outcome::deadlocked, describe_deadlock(timeline), at};
}

}  // namespace interleave

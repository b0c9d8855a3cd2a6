#include "core/execution/run_context.h"

#include <fmt/format.h>

namespace interleave {

std::string RunContext::worker_name(WorkerId worker) const {
  if (!mode_.one_worker) return fmt::format("{} {}", mode_.worker, index(worker) + 1);
  return index(worker) == 0 ? std::string(mode_.worker) : fmt::format("worker {}", index(worker));
}

void RunContext::record_submitted(EventLog* log, const TaskRun& task) const {
  if (log == nullptr) return;
  const bool queued = mode_.first_turn == FirstTurn::queued;
  // Whoever is not queued waits for its turn of the only worker, or of a core with a worker of its own.
  const Cause turn = mode_.one_worker ? Cause::loop : Cause::core;
  log->append({.stamp = runtime_.stamp(),
               .value = task.state.due.time_since_epoch().count(),
               .task = task.id,
               .other = task.dealings == nullptr ? TaskId::none : task.dealings->started_by,
               .kind = EventKind::task_submitted,
               .state = queued ? State::queued : State::ready,
               .cause = queued ? Cause::none : turn});
}

void RunContext::record_queued(EventLog* log, const TaskRun& task) const {
  if (log == nullptr) return;
  log->append({.stamp = runtime_.stamp(), .task = task.id, .kind = EventKind::task_entered, .state = State::queued});
}

void RunContext::record_created(EventLog* log, WorkerId worker) const {
  if (log == nullptr) return;
  Event event{.stamp = runtime_.stamp(), .worker = worker, .kind = EventKind::worker_created};
  event.text = log->keep(worker_name(worker));
  log->append(event);
}

void RunContext::record_retired(EventLog* log, WorkerId worker) const {
  if (log != nullptr) log->append({.stamp = runtime_.stamp(), .worker = worker, .kind = EventKind::worker_retired});
}

void RunContext::record_max_workers(EventLog* log, int max_workers) const {
  if (log == nullptr) return;
  Event event{.stamp = runtime_.stamp(), .kind = EventKind::max_workers_changed};
  event.value = max_workers;
  log->append(event);
}

std::string RunContext::refusal(WorkerId worker, const std::string& reason) const {
  return "the system refused another thread (" + worker_name(worker) + "): " + reason +
         "; use fewer tasks at once, or a pool with fewer max_workers";
}

void RunContext::record_never_ran(EventLog* log, const TaskRun& task, const std::string& reason) const {
  if (log == nullptr) return;
  Event event{.stamp = runtime_.stamp(), .task = task.id, .kind = EventKind::task_ended, .outcome = Outcome::failed};
  event.text = log->keep(reason);
  log->append(event);
}

}  // namespace interleave

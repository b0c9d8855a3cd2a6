#include "core/execution/run_context.h"

namespace interleave {

void RunContext::record_submitted(EventLog* log, const TaskRun& task, State state, Cause cause) const {
  if (log == nullptr) return;
  log->append({.stamp = runtime_.stamp(),
               .value = task.state.due.time_since_epoch().count(),
               .task = task.id,
               .kind = EventKind::task_submitted,
               .state = state,
               .cause = cause});
}

void RunContext::record_created(EventLog* log, WorkerId worker, const std::string& name) const {
  if (log == nullptr) return;
  Event event{.stamp = runtime_.stamp(), .worker = worker, .kind = EventKind::worker_created};
  event.text = log->keep(name);
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

void RunContext::record_refused(EventLog* log, const TaskRun& task, const std::string& worker,
                                const std::string& reason) const {
  if (log == nullptr) return;
  Event event{.stamp = runtime_.stamp(), .task = task.id, .kind = EventKind::task_ended, .outcome = Outcome::failed};
  event.text = log->keep("the system refused another thread (" + worker + "): " + reason +
                         "; use fewer tasks at once, or a pool with fewer max_workers");
  log->append(event);
}

}  // namespace interleave

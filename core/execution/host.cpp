#include "core/execution/host.h"

#include <cassert>

namespace interleave {

void Host::suspend(TaskRun& /*task*/, Time /*due*/, std::coroutine_handle<> /*self*/) {
  assert(false && "only a host that frees its worker suspends tasks");
}

void Host::record(Event event) {
  event.stamp = runtime_.stamp();
  log_->append(event);
}

void Host::started(const TaskRun& task) {
  if (log_ != nullptr) record({.task = task.id, .worker = id_, .kind = EventKind::task_started});
}

void Host::printed(const TaskRun& task, const Operation& print) {
  if (log_ == nullptr) return;
  Event event{.task = task.id, .worker = id_, .step = print.step, .kind = EventKind::task_printed};
  event.text = log_->keep(task.machine.text(print));
  record(event);
}

void Host::sleeps(const TaskRun& task, StepId step, Time due) {
  if (log_ == nullptr) return;
  Event event{
      .task = task.id, .step = step, .kind = EventKind::task_entered, .state = State::waiting, .cause = Cause::sleep};
  event.value = due.time_since_epoch().count();
  record(event);
}

void Host::blocks(const TaskRun& task, StepId step) {
  if (log_ == nullptr) return;
  record({.task = task.id,
          .worker = id_,
          .step = step,
          .kind = EventKind::task_entered,
          .state = State::waiting,
          .cause = Cause::sleep});
}

void Host::computes(const TaskRun& task, StepId step) {
  computing_ = task.id;
  computing_step_ = step;
}

void Host::waits_for_core() {
  if (log_ == nullptr) return;
  record({.task = computing_,
          .worker = id_,
          .step = computing_step_,
          .kind = EventKind::task_entered,
          .state = State::ready,
          .cause = Cause::core});
}

void Host::has_core() {
  if (log_ == nullptr) return;
  record({.task = computing_,
          .worker = id_,
          .step = computing_step_,
          .kind = EventKind::task_entered,
          .state = State::running});
}

void Host::leaves_core() {
  if (log_ != nullptr) record({.task = computing_, .worker = id_, .kind = EventKind::task_resumed});
}

void Host::record_resumed(const TaskRun& task, std::int64_t stamp) {
  log_->append({.stamp = stamp, .task = task.id, .worker = id_, .kind = EventKind::task_resumed});
}

void Host::resumed(const TaskRun& task) {
  if (log_ != nullptr) record_resumed(task, runtime_.stamp());
}

void Host::ended(const TaskRun& task, Outcome outcome) {
  if (log_ == nullptr) return;
  record({.task = task.id, .worker = id_, .kind = EventKind::task_ended, .outcome = outcome});
}

}  // namespace interleave

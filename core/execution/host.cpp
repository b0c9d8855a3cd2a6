#include "core/execution/host.h"

#include <cassert>
#include <utility>

#include "core/execution/step_order.h"

namespace interleave {

void Host::suspend(TaskRun& /*task*/, std::coroutine_handle<> /*self*/) {
  assert(false && "only a host that frees its worker suspends tasks");
}

void Host::tell_later(const Watcher& /*watcher*/, TaskRun& /*ended*/) {
  assert(false && "only a host that frees its worker has turns for that");
}

// A thread looks at the deadline itself.
void Host::set_deadline(TaskRun& /*task*/) {}

bool Host::cancel(TaskRun& /*task*/, TaskId /*by*/) { return false; }

void Host::call(TaskRun& /*task*/) { runtime_.unpark(*worker_); }

void Host::started(const TaskRun& task) {
  if (log_ == nullptr) return;
  log_->append({.stamp = new_stamp(), .task = task.id, .worker = id_, .kind = EventKind::task_started});
}

void Host::printed(const TaskRun& task, const Operation& print) {
  if (log_ == nullptr) return;
  log_->append({.stamp = new_stamp(),
                .text = log_->keep(text_of(print, *task.code, *task.source, task.state)),
                .task = task.id,
                .worker = id_,
                .step = print.step,
                .kind = EventKind::task_printed});
}

void Host::sleeps(const TaskRun& task, StepId step) {
  if (log_ == nullptr) return;
  const std::int64_t stamp = new_stamp();
  const bool is_prolonged = task.order() != nullptr && task.order()->prolongs_waits();
  log_->append({.stamp = stamp,
                .value = (is_prolonged ? kNever : task.state.due).time_since_epoch().count(),
                .task = task.id,
                .step = step,
                .kind = EventKind::task_entered,
                .state = State::waiting,
                .cause = Cause::sleep});
}

void Host::blocks(const TaskRun& task, StepId step) {
  observed_step_ = step;
  // Of a wait of no time only what may follow is on record: that it waits for the interpreter's lock.
  const bool takes_time = task.state.due > logical_time_;
  if (log_ != nullptr && takes_time) record_entered(task.id, step, State::waiting, Cause::sleep);
}

void Host::computes(const TaskRun& task, StepId step) {
  observed_ = task.id;
  observed_step_ = step;
}

void Host::waits_in_line(const TaskRun& task, const Operation& operation, Cause cause) {
  observed_step_ = operation.step;
  if (log_ == nullptr) return;
  log_->append({.stamp = new_stamp(),
                .value = static_cast<std::int64_t>(index(on_record(operation.object))),
                .task = task.id,
                .worker = frees_worker() ? WorkerId::none : id_,
                .step = operation.step,
                .kind = EventKind::task_entered,
                .state = State::waiting,
                .cause = cause});
}

void Host::stands(const TaskRun& task, const Operation& operation, Cause cause) {
  if (cause != Cause::schedule) return waits_in_line(task, operation, cause);
  observed_step_ = operation.step;
  if (log_ != nullptr) record_entered(task.id, operation.step, State::ready, Cause::schedule);
}

void Host::accessed(const TaskRun& task, const Operation& operation, AccessKind access, std::int64_t value) {
  if (log_ == nullptr) return;
  log_->append({.stamp = new_stamp(),
                .value = value,
                .task = task.id,
                .object = on_record(operation.object),
                .step = operation.step,
                .kind = EventKind::task_accessed,
                .access = access});
}

void Host::marked(const TaskRun& task, StepId step, ObjectId read, StaleWrite mark, MarkedWrite accesses) {
  if (log_ == nullptr) return;
  log_->append({.stamp = new_stamp(),
                .value = packed(accesses),
                .task = task.id,
                .object = on_record(read),
                .step = step,
                .kind = EventKind::write_marked,
                .mark = mark});
}

void Host::joined(const TaskRun& task, TaskId ended) {
  if (log_ == nullptr) return;
  log_->append({.stamp = new_stamp(), .task = task.id, .other = ended, .kind = EventKind::task_joined});
}

void Host::awaits(const TaskRun& task, StepId step, TaskId target) {
  observed_step_ = step;
  if (log_ == nullptr) return;
  log_->append({.stamp = new_stamp(),
                .value = static_cast<std::int64_t>(index(target)),
                .task = task.id,
                .worker = keeps_worker_awaiting() ? id_ : WorkerId::none,
                .step = step,
                .kind = EventKind::task_entered,
                .state = State::waiting,
                .cause = Cause::await_task});
}

void Host::returned(const TaskRun& task, Value value) {
  if (log_ == nullptr || value.kind == Value::Kind::none) return;
  Event event{.stamp = new_stamp(), .task = task.id, .kind = EventKind::task_returned_number};
  if (value.kind == Value::Kind::number) {
    event.value = value.number;
  } else {
    event.kind = EventKind::task_returned_text;
    event.text = log_->keep((*task.code->passed_on)[static_cast<std::size_t>(value.number)]);
  }
  log_->append(event);
}

void Host::never_began(const TaskRun& task) {
  if (log_ == nullptr) return;
  log_->append({.stamp = new_stamp(), .task = task.id, .kind = EventKind::task_ended, .outcome = Outcome::cancelled});
}

void Host::is_cancelled(const TaskRun& task, TaskId by) {
  if (log_ == nullptr) return;
  log_->append({.stamp = new_stamp(),
                .value = static_cast<std::int64_t>(by),
                .task = task.id,
                .kind = EventKind::task_cancelled});
}

void Host::timed_out(const TaskRun& task) {
  if (log_ == nullptr) return;
  log_->append({.stamp = new_stamp(), .task = task.id, .step = task.dealings->step, .kind = EventKind::wait_timed_out});
}

void Host::failure_taken(TaskId failed, TaskId by) {
  if (log_ == nullptr) return;
  log_->append(
      {.stamp = new_stamp(), .value = static_cast<std::int64_t>(by), .task = failed, .kind = EventKind::failure_taken});
}

void Host::record_ready(const TaskRun& task, StepId step, Cause cause) {
  if (log_ == nullptr) return;
  log_->append({.stamp = new_stamp(),
                .task = task.id,
                .step = step,
                .kind = EventKind::task_entered,
                .state = State::ready,
                .cause = cause});
}

void Host::asks_for_gil(TaskId task) {
  observed_ = task;
  held_up_ = false;
}

bool Host::got_gil() {
  if (held_up_) catch_up();
  return held_up_;
}

void Host::waits_for_gil() {
  held_up_ = true;
  if (log_ != nullptr && observed_ != TaskId::none) {
    record_entered(observed_, observed_step_, State::ready, Cause::gil);
  }
}

void Host::waits_for_core() {
  if (log_ != nullptr) record_entered(observed_, observed_step_, State::ready, Cause::core);
}

void Host::has_core() {
  if (log_ != nullptr) record_entered(observed_, observed_step_, State::running, Cause::none);
}

void Host::leaves_core() {
  if (log_ == nullptr) return;
  log_->append({.stamp = new_stamp(), .task = observed_, .worker = id_, .kind = EventKind::task_resumed});
}

void Host::record_entered(TaskId task, StepId step, State state, Cause cause) {
  log_->append({.stamp = new_stamp(),
                .task = task,
                .worker = id_,
                .step = step,
                .kind = EventKind::task_entered,
                .state = state,
                .cause = cause});
}

void Host::record_resumed(const TaskRun& task, std::int64_t stamp) {
  log_->append({.stamp = stamp, .task = task.id, .worker = id_, .kind = EventKind::task_resumed});
}

void Host::resumed(const TaskRun& task) {
  if (log_ != nullptr) record_resumed(task, new_stamp());
}

void Host::resumed_at_once(const TaskRun& task) {
  if (log_ != nullptr) record_resumed(task, latest_stamp_);
}

void Host::ended(const TaskRun& task, Outcome outcome) { record_ended(task, outcome, nullptr); }

void Host::failed(const TaskRun& task, std::string error) {
  record_ended(task, Outcome::failed, log_ != nullptr ? log_->keep(std::move(error)) : nullptr);
}

void Host::record_ended(const TaskRun& task, Outcome outcome, const Text* error) {
  // The worker's next task begins where this one ended, however long it has been due.
  if (!frees_worker()) occupied_until_ = logical_time_;
  observed_step_ = StepId::none;
  if (log_ == nullptr) return;
  Event event{.stamp = new_stamp(), .task = task.id, .worker = id_, .kind = EventKind::task_ended, .outcome = outcome};
  event.text = error;
  log_->append(event);
}

}  // namespace interleave

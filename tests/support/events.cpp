#include "tests/support/events.h"

#include <cmath>
#include <utility>

namespace interleave::testing {
namespace {

std::int64_t nanoseconds(double seconds) { return std::llround(seconds * 1e9); }

Event of_task(std::size_t task) {
  Event event;
  event.task = task_id(task);
  return event;
}

Event of_worker(std::size_t worker) {
  Event event;
  event.worker = worker_id(worker);
  return event;
}

}  // namespace

Time at(double seconds) { return Time(Duration(nanoseconds(seconds))); }

Events& Events::at(double seconds) { return at_ns(nanoseconds(seconds)); }

Events& Events::at_ns(std::int64_t stamp) {
  stamp_ = stamp;
  return *this;
}

Events& Events::submitted(std::size_t task, State state, Cause cause) {
  Event event = of_task(task);
  event.state = state;
  event.cause = cause;
  event.value = kNever.time_since_epoch().count();  // not late: at the event's own moment
  return add(EventKind::task_submitted, event);
}

Events& Events::started(std::size_t task, std::size_t worker) {
  Event event = of_task(task);
  event.worker = worker_id(worker);
  return add(EventKind::task_started, event);
}

Events& Events::resumed(std::size_t task, std::size_t worker) {
  Event event = of_task(task);
  event.worker = worker_id(worker);
  return add(EventKind::task_resumed, event);
}

Events& Events::runs(std::size_t task, std::size_t step, std::size_t worker) {
  return entered(task, step, State::running, Cause::none, worker_id(worker));
}

Events& Events::wants_core(std::size_t task, std::size_t step, std::size_t worker) {
  return entered(task, step, State::ready, Cause::core, worker_id(worker));
}

Events& Events::sleeps_holding(std::size_t task, std::size_t step, std::size_t worker) {
  return entered(task, step, State::waiting, Cause::sleep, worker_id(worker));
}

Events& Events::sleeps_free(std::size_t task, std::size_t step, double due) {
  return entered(task, step, State::waiting, Cause::sleep, WorkerId::none, nanoseconds(due));
}

Events& Events::entered(std::size_t task, std::size_t step, State state, Cause cause, WorkerId worker,
                        std::int64_t value) {
  Event event = of_task(task);
  event.step = step_id(step);
  event.state = state;
  event.cause = cause;
  event.worker = worker;
  event.value = value;
  return add(EventKind::task_entered, event);
}

Events& Events::printed(std::size_t task, std::string line) {
  Event event = of_task(task);
  event.text = text(std::move(line));
  return add(EventKind::task_printed, event);
}

Events& Events::ended(std::size_t task, Outcome outcome, std::string error) {
  Event event = of_task(task);
  event.outcome = outcome;
  event.text = error.empty() ? nullptr : text(std::move(error));
  return add(EventKind::task_ended, event);
}

Events& Events::worker(std::size_t worker, std::string name) {
  Event event = of_worker(worker);
  event.text = text(std::move(name));
  return add(EventKind::worker_created, event);
}

Events& Events::retired(std::size_t worker) { return add(EventKind::worker_retired, of_worker(worker)); }

Events& Events::max_workers(int limit) {
  Event event;
  event.value = limit;
  return add(EventKind::max_workers_changed, event);
}

Events& Events::clock(double time, double speed) {
  batch_.clock_changes.push_back({stamp_, testing::at(time), speed});
  return *this;
}

Batch Events::batch() {
  batch_.closed_until = stamp_;
  return std::exchange(batch_, {});
}

Events& Events::add(EventKind kind, Event event) {
  event.kind = kind;
  event.stamp = stamp_;
  batch_.events.push_back(event);
  return *this;
}

RunInfo run_of(std::vector<std::string> tasks, Mode mode) {
  RunInfo info;
  info.scenario = "By hand";
  for (std::string& task : tasks) info.tasks.push_back({std::move(task)});
  info.mode = mode;
  info.max_workers = 2;
  return info;
}

}  // namespace interleave::testing

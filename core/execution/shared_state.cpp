#include "core/execution/shared_state.h"

#include <algorithm>
#include <utility>

namespace interleave {
namespace {

Cause cause_of_wait(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::semaphore:
      return Cause::semaphore;
    case ObjectKind::queue:
      return Cause::queue;
    case ObjectKind::variable:
    case ObjectKind::lock:
      break;
  }
  return Cause::lock;
}

void give(TaskRun& task, const Operation& operation, std::int64_t value) {
  task.state.values[task.code->layout.own_at(operation.target)] = value;
}

}  // namespace

SharedState::SharedState(const std::vector<SharedObject>& objects, const Runtime& runtime) : mutex_(runtime) {
  objects_.reserve(objects.size());
  for (const SharedObject& object : objects) objects_.push_back({.what = &object, .number = object.number});
}

void SharedState::read(TaskRun& task, Host& host, const Operation& operation) {
  const Guard guard(mutex_);
  const std::int64_t value = at(operation).number;
  give(task, operation, value);
  host.accessed(task, operation, AccessKind::read, value);
}

void SharedState::write(TaskRun& task, Host& host, const Operation& operation) {
  const Guard guard(mutex_);
  at(operation).number = operation.value;
  host.accessed(task, operation, AccessKind::written, operation.value);
}

bool SharedState::acquire(TaskRun& task, Host& host, const Operation& operation) {
  const Guard guard(mutex_);
  Object& lock = at(operation);
  if (lock.number == 0 || lock.called > 0) {
    wait(task, host, operation, lock.line);
    return false;
  }
  --lock.number;
  host.accessed(task, operation, AccessKind::acquired, lock.number);
  return true;
}

bool SharedState::release(TaskRun& task, Host& host, const Operation& operation) {
  const Guard guard(mutex_);
  Object& lock = at(operation);
  if (lock.what->kind == ObjectKind::lock && lock.number + lock.called > 0) return false;
  const bool has_next = !lock.line.empty();
  if (!has_next) ++lock.number;
  host.accessed(task, operation, AccessKind::released, lock.number);
  if (has_next) hand_over(lock, operation, host);
  return true;
}

void SharedState::hand_over(Object& lock, Operation operation, Host& host) {
  const TaskRun& next = *lock.line.first();
  operation.step = next.place_step;
  if (next.host->frees_worker()) ++lock.called;
  host.accessed(next, operation, AccessKind::acquired, lock.number);
  call_first(lock.line, host);
}

// Who came while a permit was free, and somebody else had been called, gets that now.
void SharedState::go_on(TaskRun& task, Host& host) {
  const Guard guard(mutex_);
  if (!std::exchange(task.is_called, false)) return;  // at a stop
  Object& lock = objects_[index(task.place_object)];
  if (lock.called == 0) return;
  --lock.called;
  if (lock.number == 0 || lock.line.empty()) return;
  --lock.number;
  hand_over(lock, {.object = task.place_object}, host);
}

bool SharedState::is_full(const Object& queue) {
  const std::int64_t room = queue.what->number;
  return room > 0 && static_cast<std::int64_t>(queue.items.size()) >= room;
}

bool SharedState::put(TaskRun& task, Host& host, const Operation& operation) {
  const Guard guard(mutex_);
  Object& queue = at(operation);
  if (is_full(queue)) {
    wait(task, host, operation, queue.putters);
    return false;
  }
  queue.items.push_back(operation.value);
  host.accessed(task, operation, AccessKind::put, operation.value);
  call_first(queue.line, host);
  return true;
}

bool SharedState::get(TaskRun& task, Host& host, const Operation& operation) {
  const Guard guard(mutex_);
  Object& queue = at(operation);
  if (queue.items.empty()) {
    wait(task, host, operation, queue.line);
    return false;
  }
  const std::int64_t item = queue.items.front();
  queue.items.pop_front();
  give(task, operation, item);
  host.accessed(task, operation, AccessKind::got, item);
  call_first(queue.putters, host);
  return true;
}

void SharedState::wait(TaskRun& task, Host& host, const Operation& operation, WaitLine& line) {
  task.is_called = false;
  task.place_step = operation.step;
  task.place_object = operation.object;
  task.host = &host;
  line.push(task);
  host.waits_in_line(task, operation, cause_of_wait(at(operation).what->kind));
}

// What it waited for is there from the caller's logical time on, and not when its worker comes to it.
void SharedState::call_first(WaitLine& line, const Host& caller) {
  if (line.empty()) return;
  TaskRun& task = line.pop();
  task.is_called = true;
  task.state.due = std::max(task.state.due, caller.logical_time());
  task.host->call(task);
}

bool SharedState::is_called(const TaskRun& task) {
  const Guard guard(mutex_);
  return task.is_called;
}

}  // namespace interleave

#include "core/execution/shared_state.h"

#include <algorithm>

#include "core/execution/step_order.h"

namespace interleave {
namespace {

void give(TaskRun& task, const Operation& operation, std::int64_t value) {
  give_own(operation.target, task.code->layout, task.state.values, {Value::Kind::number, value});
  if (task.code->reads_shared) task.state.past->origins[operation.target] = {};
}

bool waits_on(const TaskRun& task) { return !task.dealings->gave_up; }

}  // namespace

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

void call(TaskRun& task, const Host& caller) {
  task.dealings->is_called = true;
  task.state.due = std::max(task.state.due, caller.logical_time());
  task.dealings->host->call(task);
}

SharedState::SharedState(const std::vector<SharedObject>& objects, GuardMutex& mutex) : mutex_(mutex) {
  objects_.reserve(objects.size());
  for (const SharedObject& object : objects) objects_.push_back({.what = &object, .number = object.number});
}

void SharedState::note(const TaskRun& task, Host& host, const Operation& operation, AccessKind access,
                       std::int64_t value) {
  ++accesses_;
  if (task.order() != nullptr) task.order()->took_step(task.id);
  host.accessed(task, operation, access, value);
}

void SharedState::read(TaskRun& task, Host& host, const Operation& operation) {
  const Guard guard(mutex_);
  const std::int64_t value = at(operation).number;
  note(task, host, operation, AccessKind::read, value);
  give(task, operation, value);
  task.state.past->origins[operation.target] = Origins(Origin{operation.object, accesses_});
}

void SharedState::write(TaskRun& task, Host& host, const Operation& operation) {
  const Guard guard(mutex_);
  Object& variable = at(operation);
  variable.number = operation.value;
  note(task, host, operation, AccessKind::written, operation.value);
  mark_write(task, host, operation);
  if (variable.latest.by != task.id) variable.latest_of_others = variable.latest;
  variable.latest = {task.id, accesses_};
}

// The write by another task that makes a read of this one old; null where there is none.
const SharedState::Object::Written* SharedState::stale(const Origin& origin, TaskId task) const {
  const Object& variable = objects_[index(origin.variable)];
  const Object::Written& others = variable.latest.by == task ? variable.latest_of_others : variable.latest;
  return others.number > origin.read ? &others : nullptr;
}

void SharedState::mark_write(const TaskRun& task, Host& host, const Operation& operation) {
  WriteOrigins origins = origins_of_write(*task.code, task.state);
  for (const Origin& origin : origins.value.all()) {
    const Object::Written* const other = stale(origin, task.id);
    if (other == nullptr || origin.variable != operation.object) continue;
    return host.marked(task, operation.step, origin.variable, StaleWrite::lost_update,
                       {origin.read - 1, other->number - 1});
  }
  origins.value.add(origins.decisions);
  for (const Origin& origin : origins.value.all()) {
    const Object::Written* const other = stale(origin, task.id);
    if (other == nullptr) continue;
    return host.marked(task, operation.step, origin.variable, StaleWrite::stale_decision,
                       {origin.read - 1, other->number - 1});
  }
}

// Whether who comes now has it at once. On a loop not before those who were called, or stand in line and did not give
// up.
bool SharedState::is_free(const Object& lock) {
  if (lock.number == 0 || lock.called > 0) return false;
  for (const TaskRun* task = lock.line.first(); task != nullptr; task = WaitLine::behind(*task)) {
    if (waits_on(*task)) return false;
  }
  return true;
}

bool SharedState::acquire(TaskRun& task, Host& host, const Operation& operation) {
  const Guard guard(mutex_);
  Object& lock = at(operation);
  if (!is_free(lock)) {
    wait(task, host, operation, lock.line);
    return false;
  }
  --lock.number;
  note(task, host, operation, AccessKind::acquired, lock.number);
  return true;
}

// Who gets it next. A lock waits for the turn of one that gave up, if that is the first, as asyncio's does.
TaskRun* SharedState::next_in(const Object& lock) {
  TaskRun* task = lock.line.first();
  if (lock.what->kind == ObjectKind::lock) return task != nullptr && waits_on(*task) ? task : nullptr;
  while (task != nullptr && !waits_on(*task)) task = WaitLine::behind(*task);
  return task;
}

bool SharedState::release(TaskRun& task, Host& host, const Operation& operation) {
  const Guard guard(mutex_);
  Object& lock = at(operation);
  if (lock.what->kind == ObjectKind::lock && lock.number + lock.called > 0) return false;
  TaskRun* const next = next_in(lock);
  if (next == nullptr) ++lock.number;
  note(task, host, operation, AccessKind::released, lock.number);
  if (next != nullptr) hand_over(lock, *next, host);
  return true;
}

void SharedState::hand_over(Object& lock, TaskRun& next, Host& host) {
  if (next.dealings->host->frees_worker()) ++lock.called;
  lock.line.remove(next);
  note(next, host, {.step = next.dealings->step, .object = next.dealings->object}, AccessKind::acquired, lock.number);
  call(next, host);
}

// What is free goes to who is next, if anybody is.
void SharedState::hand_on(Object& lock, Host& host) {
  if (lock.number == 0) return;
  TaskRun* const next = next_in(lock);
  if (next == nullptr) return;
  --lock.number;
  hand_over(lock, *next, host);
}

// Who came while a permit was free, and somebody else had been called, gets that now.
void SharedState::go_on(TaskRun& task, Host& host) {
  const Guard guard(mutex_);
  Object& lock = objects_[index(task.dealings->object)];
  if (lock.called == 0) return;
  --lock.called;
  if (lock.what->kind == ObjectKind::semaphore) hand_on(lock, host);
}

void SharedState::go_without(TaskRun& task, Host& host) {
  const Guard guard(mutex_);
  Dealings& own = *task.dealings;
  Object& object = objects_[index(own.object)];
  const bool was_called = !own.gave_up;
  if (own.line != nullptr) own.line->remove(task);
  if (object.what->kind == ObjectKind::queue) {
    // It was told to look, and cannot: the next one may.
    if (!was_called) return;
    if (task.code->instructions[task.state.at - 1].verb == Verb::get) {
      if (!object.items.empty()) call_first(object.line, host);
    } else if (!is_full(object)) {
      call_first(object.putters, host);
    }
    return;
  }
  if (was_called) {
    if (object.called > 0) --object.called;
    ++object.number;
    note(task, host, {.step = own.step, .object = own.object}, AccessKind::released, object.number);
    hand_on(object, host);
  } else if (object.what->kind == ObjectKind::lock && object.called == 0) {
    hand_on(object, host);
  }
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
  note(task, host, operation, AccessKind::put, operation.value);
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
  note(task, host, operation, AccessKind::got, item);
  call_first(queue.putters, host);
  return true;
}

bool SharedState::is_possible(Verb verb, ObjectId object) const {
  const Object& its = objects_[index(object)];
  switch (verb) {
    case Verb::lock:
    case Verb::acquire:
      return is_free(its);
    case Verb::put:
      return !is_full(its);
    case Verb::get:
      return !its.items.empty();
    default:
      return true;
  }
}

void SharedState::describe(std::vector<std::int64_t>& numbers) const {
  tell_numbers([&numbers](std::int64_t number) { numbers.push_back(number); });
  for (const Object& object : objects_) {
    numbers.push_back(object.called);
    for (const WaitLine* const line : {&object.line, &object.putters}) {
      for (const TaskRun* task = line->first(); task != nullptr; task = WaitLine::behind(*task)) {
        numbers.push_back(static_cast<std::int64_t>(index(task->id)) * 2 + (waits_on(*task) ? 1 : 0));
      }
      numbers.push_back(-1);
    }
  }
}

void SharedState::put_back(std::span<const std::int64_t> numbers) {
  constexpr Object::Written kOldWrite{.number = kStaleRead + 1};
  accesses_ = kFreshRead;
  std::size_t at = 0;
  for (Object& object : objects_) {
    if (object.what->kind == ObjectKind::variable) object.latest = object.latest_of_others = kOldWrite;
    if (object.what->kind == ObjectKind::queue) {
      const auto items = numbers.subspan(at + 1, static_cast<std::size_t>(numbers[at]));
      object.items.assign(items.begin(), items.end());
      at += items.size() + 1;
    } else {
      object.number = numbers[at++];
    }
  }
}

void SharedState::wait(TaskRun& task, Host& host, const Operation& operation, WaitLine& line) {
  begin_wait(*task.dealings, host, operation.step, operation.object, TaskId::none);
  line.push(task);
  host.waits_in_line(task, operation, cause_of_wait(at(operation).what->kind));
}

// The first who did not give up; those before are out of the line too.
void SharedState::call_first(WaitLine& line, const Host& caller) {
  while (TaskRun* const task = line.first()) {
    line.remove(*task);
    if (waits_on(*task)) return call(*task, caller);
  }
}

}  // namespace interleave

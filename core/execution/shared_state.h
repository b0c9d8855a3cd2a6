#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "core/base/shared_object.h"
#include "core/execution/host.h"
#include "core/execution/task_run.h"
#include "core/execution/task_state.h"
#include "core/execution/wait_line.h"
#include "core/runtime/guard.h"

namespace interleave {

// What the tasks of a run share, and who stands in line for it. Any worker, but each operation by the worker that the
// task is on. What happens is recorded before another worker can see it, so that the record's order is what happened.
//
// Locks and permits are handed over first in, first out: whoever is first in line has it from the release on, which
// nobody else can come between. On a loop it counts as taken only with the turn of who has it: until then nobody else
// gets a permit, even where there is one, and nobody can release the lock. Who waits for a queue is only told that it
// may look again, and goes to the end of the line where somebody else was faster. So it is with asyncio; threads may
// come in any order, and here come in this one.
class SharedState {
 public:
  // Both outlive it. The guard is that of the tasks' dealings.
  SharedState(const std::vector<SharedObject>& objects, GuardMutex& mutex);

  void read(TaskRun& task, Host& host, const Operation& operation);
  void write(TaskRun& task, Host& host, const Operation& operation);

  // Each of the three returns whether it is done; else the task is in line.
  bool acquire(TaskRun& task, Host& host, const Operation& operation);
  bool put(TaskRun& task, Host& host, const Operation& operation);
  bool get(TaskRun& task, Host& host, const Operation& operation);

  // False: nobody holds the lock, or not yet. A semaphore has one permit more, whoever held it.
  bool release(TaskRun& task, Host& host, const Operation& operation);

  // Whether the step would be done at once, by somebody on a thread: it takes what is free, or finds an item or room.
  bool is_possible(Verb verb, ObjectId object) const;
  // Whether another task has written the variable since the task's read of it.
  bool is_stale(const Origin& origin, TaskId task) const { return stale(origin, task) != nullptr; }

  // All that it is while nobody stands in line, as numbers, each told to `tell`; and put back again. What it knows of
  // reads and writes before is then in two numbers: with one as its read an origin is stale, with the other it is not.
  template <class Tell>
  void tell_numbers(Tell tell) const {
    for (const Object& object : objects_) {
      const bool is_queue = object.what->kind == ObjectKind::queue;
      tell(is_queue ? static_cast<std::int64_t>(object.items.size()) : object.number);
      if (is_queue) std::for_each(object.items.begin(), object.items.end(), tell);
    }
  }
  void put_back(std::span<const std::int64_t> numbers);
  // On a loop: the same, and who stands in line. It cannot be put back.
  void describe(std::vector<std::int64_t>& numbers) const;
  static constexpr std::uint32_t kStaleRead = 0;
  static constexpr std::uint32_t kFreshRead = 2;

  bool has_variables() const { return !objects_.empty() && objects_.front().what->kind == ObjectKind::variable; }
  ObjectKind kind(ObjectId object) const { return objects_[index(object)].what->kind; }
  const std::string& name(ObjectId object) const { return objects_[index(object)].what->name; }

  // The task's turn behind its wait in line, which it was called from; or which was cut, so that it goes without.
  void go_on(TaskRun& task, Host& host);
  void go_without(TaskRun& task, Host& host);

 private:
  struct Object {
    const SharedObject* what = nullptr;
    std::int64_t number = 0;  // the variable's value, or how many permits are left: of a lock one, if nobody holds it
    std::int64_t called = 0;  // tasks on a loop that have it, and had no turn yet
    std::deque<std::int64_t> items = {};
    // The latest write of the variable, and the latest one by any other task than that.
    struct Written {
      TaskId by = TaskId::none;
      std::uint32_t number = 0;  // among the accesses, from 1; 0: there was none
    };
    Written latest = {};
    Written latest_of_others = {};
    WaitLine line = {};     // for the lock, for a permit, for items
    WaitLine putters = {};  // for room in the queue
  };

  Object& at(const Operation& operation) { return objects_[index(operation.object)]; }
  static bool is_full(const Object& queue);
  static bool is_free(const Object& lock);
  static TaskRun* next_in(const Object& lock);
  void hand_over(Object& lock, TaskRun& next, Host& host);
  void hand_on(Object& lock, Host& host);
  void note(const TaskRun& task, Host& host, const Operation& operation, AccessKind access, std::int64_t value);
  void mark_write(const TaskRun& task, Host& host, const Operation& operation);
  const Object::Written* stale(const Origin& origin, TaskId task) const;
  void wait(TaskRun& task, Host& host, const Operation& operation, WaitLine& line);
  static void call_first(WaitLine& line, const Host& caller);

  std::vector<Object> objects_;
  std::uint32_t accesses_ = 0;
  GuardMutex& mutex_;
};

// Why a task waits for a thing of that kind.
Cause cause_of_wait(ObjectKind kind);

// The task's wait is over, from the caller's logical time on: it goes on when its worker comes to it.
void call(TaskRun& task, const Host& caller);

}  // namespace interleave

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/execution/executor.h"
#include "core/execution/host.h"
#include "core/execution/launcher.h"
#include "core/execution/task_run.h"
#include "core/execution/task_state.h"
#include "core/runtime/guard.h"

namespace interleave {

// How the tasks of a run begin and end for each other: who starts whom, who waits for whose end, and what comes of
// that. Any worker, but each operation by the worker that the task is on.
class TaskEnds {
 public:
  // The tasks, by id; the guard, that of their dealings; who executes them, and who submits them: all outlive it.
  TaskEnds(std::span<TaskRun> tasks, GuardMutex& mutex, Executor& executor, Launcher& launcher)
      : tasks_(tasks), mutex_(mutex), executor_(executor), launcher_(launcher) {}

  std::span<TaskRun> all() const { return tasks_; }
  TaskRun& run(TaskId task) const { return tasks_[index(task)]; }
  GuardMutex& mutex() const { return mutex_; }

  // Submits a task that waits for that. What went wrong, or nothing.
  std::string start(const TaskRun& starter, Host& host, const Operation& operation);
  // Asks another task to end: on a loop at its next turn; elsewhere where it has not begun. What went wrong, or
  // nothing.
  std::string cancel(TaskRun& task, Host& host, const Operation& operation);

  // What came of waiting for others: nothing yet, and then the task waits; that it goes on; or why it leaves its steps.
  struct Await {
    bool waits = false;
    std::optional<Unwinding> leaves = {};
  };
  Await await(TaskRun& task, Host& host, const Operation& operation);
  // Of tasks that are awaited one after the other, as on threads: the one that must be waited for; or none.
  TaskId waits_for(const AwaitedTasks& tasks) const;
  void begin_each(TaskRun& task, Host& host, const Operation& operation);
  Await next_of_each(TaskRun& task, Host& host, const Operation& operation);

  // On a loop, a turn of its own: the waiter is told that a task has ended.
  void tell(const Watcher& watcher, const TaskRun& ended, Host& host);

  // The task is at its end, for that reason. It may have had no turn yet.
  void end(TaskRun& task, Host& host, Unwinding why);

  // The same on record alone.
  static void record_end(const TaskRun& task, Host& host, const Unwinding& why);

  // From now on the watcher is told of that end. Under the guard.
  static void watch(TaskRun& waiter, TaskRun& watched, Watcher watcher);

  // The tasks that it awaits, and has not been called from that; or null.
  static const AwaitedTasks* awaited_by(const TaskRun& task);

  // Whether the task was called from its wait, or else is in it no more.
  bool is_called(const TaskRun& task);
  // Ends its wait where it was not called. Whether that is so.
  bool give_up(TaskRun& task);

  // The failures that led to this one are taken, as somebody handles it.
  void take_failure(TaskId failed, const TaskRun& by, Host& host);

 private:
  const AwaitedTasks& awaited(const TaskRun& task, const Operation& operation) const {
    return task.code->awaited[operation.target];
  }
  Await await_one_after_another(TaskRun& task, Host& host, const Operation& operation);
  Await gather(TaskRun& task, Host& host, const Operation& operation);
  void begin_gather(TaskRun& task, Host& host, const Operation& operation);
  void wait(TaskRun& task, Host& host, const Operation& operation, TaskId target);
  std::optional<Unwinding> take_end(TaskRun& task, const Host& host, const TaskRun& ended) const;
  void give(TaskRun& task, const AwaitedTasks& tasks, std::size_t at) const;
  static void give(TaskRun& task, std::uint32_t own, const TaskRun& ended);
  static void joined(const TaskRun& task, const TaskRun& ended, Host& host);
  void note_end(TaskRun& task, Host& host, Unwinding why);
  void cancel_rest(TaskRun& failed, Host& host);
  bool leads_back(const TaskRun& from) const;
  std::vector<TaskRun*> ended_of(const AwaitedTasks& tasks) const;

  std::span<TaskRun> tasks_;
  GuardMutex& mutex_;
  Executor& executor_;
  Launcher& launcher_;
  std::uint64_t ended_ = 0;  // tasks
};

}  // namespace interleave

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/execution/task_run.h"
#include "core/record/event_log.h"

namespace interleave {

// Decides which worker runs which task when: one implementation a mode. `log` is that of the calling thread, or null
// when nothing is recorded.
class Executor {
 public:
  virtual ~Executor() = default;

  // Takes every task of the run, in order of submission, and submits each when it is due by itself: then true, and
  // nothing is submitted from outside. So does who has the main program among what it runs. The tasks, and the list of
  // them, outlive the executor. Main program only, once, first.
  virtual bool take_plan(std::span<TaskRun* const> /*plan*/) { return false; }
  // Makes the workers that are there before any task. Main program only, once, before any submission.
  virtual void open() {}
  // Takes tasks that are submitted at one moment, in order. The main program, or who starts them.
  virtual void submit(std::span<TaskRun* const> tasks, EventLog* log) = 0;
  // Takes a task that another one starts. Any worker; `log` is its own.
  virtual void start(TaskRun& task, EventLog* log) {
    TaskRun* const started = &task;
    submit({&started, 1}, log);
  }
  // Gives back a task that it took and that has not begun. Whether there was such a one. Any worker.
  virtual bool withdraw(TaskRun& /*task*/) { return false; }
  // The main program will submit nothing any more: workers end when nothing is left to do, nor anybody who might start
  // something. Main program only.
  virtual void close() {}
  // What it does from here on, as numbers behind those that are there. Only of an event loop that waits.
  virtual void describe(std::vector<std::int64_t>& /*numbers*/) const {}
  // From now on at most so many tasks on workers. Any thread. Only a pool has such a limit.
  virtual void set_max_workers(int /*max_workers*/, EventLog* /*log*/) {}
};

}  // namespace interleave

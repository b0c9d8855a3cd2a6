#pragma once

#include "core/execution/host.h"
#include "core/execution/task_run.h"

// Steps that have to do with nobody else. Inline, for they are most of what most tasks do.
namespace interleave {

inline void begin_sleep(TaskRun& task, Host& host, const Operation& operation) {
  task.state.due = host.logical_time() + operation.length;
  task.state.stage = Stage::sleeping;
  host.sleeps(task, operation.step);
}

// A wait of no time is one all the same where there is an interpreter's lock, which it lets go of.
inline void begin_block(TaskRun& task, Host& host, const Operation& operation) {
  if (operation.length == Duration::zero() && !host.has_gil()) return;
  task.state.due = host.logical_time() + operation.length;
  task.state.stage = Stage::blocking;
  host.blocks(task, operation.step);
}

inline void begin_computing(TaskRun& task, Host& host, const Operation& operation) {
  if (operation.length == Duration::zero()) return;
  task.state.due = host.logical_time() + operation.length;
  task.state.stage = Stage::computing;
  host.computes(task, operation.step);
}

// Does what the operation says, or begins it: where that takes time, the task's stage says so. Whether it is such a
// step; else nothing is done.
inline bool take_own_step(TaskRun& task, Host& host, const Operation& operation) {
  if (operation.kind != Operation::Kind::performs) return false;
  switch (operation.verb) {
    case Verb::print:
      host.printed(task, operation);
      return true;
    case Verb::sleep:
      host.frees_worker() ? begin_sleep(task, host, operation) : begin_block(task, host, operation);
      return true;
    case Verb::block:
      begin_block(task, host, operation);
      return true;
    case Verb::compute:
      begin_computing(task, host, operation);
      return true;
    default:
      return false;
  }
}

}  // namespace interleave

#pragma once

#include "core/execution/host.h"
#include "core/execution/own_step.h"
#include "core/execution/task_run.h"
#include "core/execution/unwinding.h"

// What the steps of a task do, one at a time.
namespace interleave {

// A step that may have to do with others: what take_step() leaves to it.
void take_other_step(TaskRun& task, Host& host, const Operation& operation);

// On record of the order of steps, where there is one.
void note_step(const TaskRun& task, const Operation& operation);

// Does what the operation says, or begins it: where that takes time, the task's stage says so.
inline void take_step(TaskRun& task, Host& host, const Operation& operation) {
  if (!take_own_step(task, host, operation)) return take_other_step(task, host, operation);
  if (task.order() != nullptr) note_step(task, operation);
}

// Behind a step that may have waited for others.
void end_step(TaskRun& task, Host& host);

// Before a step that may wait for others, at its first attempt: it has its deadline from here on.
void begin_step(TaskRun& task, Host& host, const Operation& operation);

// The step that waits for others ends without that, for that reason.
void leave_step(TaskRun& task, Host& host, Unwinding why);

// What leaves a wait of the task, seen from its steps: as asyncio.timeout does, a cancellation that was its own is told
// as a failure, and goes on record.
Unwinding cut(TaskRun& task, Host& host, Unwinding why);

// Whether it is its own timeout that cancels it, as asyncio.timeout around all its steps, and nobody else.
bool is_by_its_timeout(const TaskRun& task);

// On record it is being cancelled, if it is: not where its own time was up.
void note_cancelled(const TaskRun& task, Host& host, const Unwinding& why);

// Leaves the steps that the task is in, by way of what cleans up behind it or takes the failure, if anything does.
void leave(TaskRun& task, Host& host, Unwinding why);

}  // namespace interleave

#pragma once

#include "core/execution/host.h"
#include "core/execution/task_run.h"
#include "core/runtime/routine.h"

namespace interleave {

// The interpreter of steps: executes the task from its start to its end, or until the run stops. One for every mode;
// the host makes the difference. Both arguments outlive the routine.
Routine run_task(TaskRun& task, Host& host);

}  // namespace interleave

#include "core/execution/task_body.h"

namespace interleave {
namespace {

// An awaited sleep: leaves the worker to others.
struct Suspend {
  Host& host;
  TaskRun& task;
  Time due;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> self) const { host.suspend(task, due, self); }
  void await_resume() const noexcept {}
};

}  // namespace

Routine run_task(TaskRun& task, Host& host) {
  Runtime& runtime = host.runtime();
  host.begin_at(task.due);
  host.started(task);
  for (;;) {
    const Operation operation = task.machine.next();
    // Looked at first, since a stop cuts the last wait short too.
    if (runtime.stopping()) {
      host.ended(task, Outcome::cancelled);
      co_return;
    }
    if (operation.op == Op::end) break;
    if (operation.op == Op::print) {
      host.printed(task, operation);
    } else if (operation.op == Op::sleep && host.frees_worker()) {
      const Time due = host.logical_time() + operation.length;
      host.sleeps(task, operation.step, due);
      co_await Suspend{host, task, due};
    } else if (operation.length == Duration::zero()) {
      continue;
    } else if (operation.op == Op::compute) {
      host.computes(task, operation.step);
      co_await Compute{runtime, host.worker(), operation.length, host};
      host.catch_up();
    } else {
      const Time due = host.logical_time() + operation.length;
      host.blocks(task, operation.step);
      while (runtime.now() < due && !runtime.stopping()) co_await Park{runtime, host.worker(), due};
      host.advance_to(due);
      host.resumed(task);
    }
  }
  host.ended(task, Outcome::finished);
}

}  // namespace interleave

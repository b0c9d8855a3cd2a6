#include "core/execution/task_body.h"

namespace interleave {
namespace {

// What a step does that takes time; awaited until it is over.
struct Wait {
  Host& host;
  TaskRun& task;
  Op op = Op::end;  // sleep: leaves the worker to others; block: holds it; compute; or end: the task is over
  Duration length{0};

  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> self) const {
    Runtime& runtime = host.runtime();
    if (op == Op::compute) return runtime.compute(host.worker(), length, host, self);
    if (op == Op::block) return runtime.park(host.worker(), task.due, self);
    host.suspend(task, self);
    return true;
  }
  void await_resume() const noexcept {}

  bool is_over() const { return op != Op::block || host.runtime().now() >= task.due || host.runtime().stopping(); }
  void finish() const {
    if (op == Op::compute) host.catch_up();
    if (op != Op::block) return;
    host.advance_to(task.due);
    host.resumed(task);
  }
};

// Takes the steps that take no time, up to one that does, and records that it begins. Outside of the coroutine, whose
// frame would keep all of this for as long as the task sleeps.
Wait next_wait(TaskRun& task, Host& host) {
  for (;;) {
    const Operation operation = task.machine.next();
    // Looked at first, since a stop cuts the last wait short too.
    if (host.runtime().stopping()) {
      host.ended(task, Outcome::cancelled);
      return {host, task};
    }
    if (operation.op == Op::end) {
      host.ended(task, Outcome::finished);
      return {host, task};
    }
    if (operation.op == Op::print) {
      host.printed(task, operation);
    } else if (operation.op == Op::sleep && host.frees_worker()) {
      task.due = host.logical_time() + operation.length;
      host.sleeps(task, operation.step);
      return {host, task, Op::sleep};
    } else if (operation.length == Duration::zero()) {
      continue;
    } else if (operation.op == Op::compute) {
      host.computes(task, operation.step);
      return {host, task, Op::compute, operation.length};
    } else {
      task.due = host.logical_time() + operation.length;
      host.blocks(task, operation.step);
      return {host, task, Op::block};
    }
  }
}

}  // namespace

Routine run_task(TaskRun& task, Host& host) {
  host.begin_at(task.due);
  host.started(task);
  for (;;) {
    const Wait wait = next_wait(task, host);
    if (wait.op == Op::end) co_return;
    do {
      co_await wait;
    } while (!wait.is_over());
    wait.finish();
  }
}

}  // namespace interleave

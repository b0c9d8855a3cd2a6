#include "core/execution/task_body.h"

namespace interleave {
namespace {

void sleep(TaskRun& task, Host& host, const Operation& operation) {
  task.state.due = host.logical_time() + operation.length;
  task.state.stage = Stage::sleeping;
  host.sleeps(task, operation.step);
}

void block(TaskRun& task, Host& host, const Operation& operation) {
  if (operation.length == Duration::zero()) return;
  task.state.due = host.logical_time() + operation.length;
  task.state.stage = Stage::blocking;
  host.blocks(task, operation.step);
}

void compute(TaskRun& task, Host& host, const Operation& operation) {
  if (operation.length == Duration::zero()) return;
  task.state.due = host.logical_time() + operation.length;
  task.state.stage = Stage::computing;
  host.computes(task, operation.step);
}

// What each verb does. Where that takes time, the task's stage says so.
void perform(TaskRun& task, Host& host, const Operation& operation) {
  switch (operation.verb) {
    case Verb::print:
      return host.printed(task, operation);
    case Verb::sleep:
      return host.frees_worker() ? sleep(task, host, operation) : block(task, host, operation);
    case Verb::block:
      return block(task, host, operation);
    case Verb::compute:
      return compute(task, host, operation);
    case Verb::repeat:
      return;  // nothing but its passes, which are instructions of their own
  }
}

// Takes the task's steps up to one that takes time, or to its end, and records how that begins.
void take_steps(TaskRun& task, Host& host) {
  do {
    const auto operation = advance(*task.code, task.state);
    // Looked at first, since a stop cuts the last wait short too.
    const bool stopping = host.runtime().stopping();
    if (stopping || !operation) {
      task.state.stage = Stage::ended;
      return host.ended(task, stopping ? Outcome::cancelled : Outcome::finished);
    }
    perform(task, host, *operation);
  } while (task.state.stage == Stage::going);
}

// The wait at which the task is; awaited until it is over.
struct Wait {
  Host& host;
  TaskRun& task;

  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> self) const {
    Runtime& runtime = host.runtime();
    const TaskState& state = task.state;
    switch (state.stage) {
      case Stage::sleeping:
        host.suspend(task, self);
        return true;
      case Stage::blocking:
        return runtime.park(host.worker(), state.due, self);
      case Stage::computing:
        return runtime.compute(host.worker(), state.due - host.logical_time(), host, self);
      case Stage::going:
      case Stage::ended:
        break;
    }
    return false;
  }
  void await_resume() const noexcept {}
};

bool still_waits(const TaskRun& task, const Host& host) {
  const Runtime& runtime = host.runtime();
  return task.state.stage == Stage::blocking && runtime.now() < task.state.due && !runtime.stopping();
}

void go_on(TaskRun& task, Host& host) {
  if (task.state.stage == Stage::computing) host.catch_up();
  if (task.state.stage == Stage::blocking) {
    host.advance_to(task.state.due);
    host.resumed(task);
  }
  task.state.stage = Stage::going;
}

}  // namespace

// All that the task is stands in its state: the frame only drives it, and is what each sleeping task costs besides.
Routine run_task(TaskRun& task, Host& host) {
  host.begin_at(task.state.due);
  host.started(task);
  for (;;) {
    take_steps(task, host);
    if (task.state.stage == Stage::ended) co_return;
    do {
      co_await Wait{host, task};
    } while (still_waits(task, host));
    go_on(task, host);
  }
}

}  // namespace interleave

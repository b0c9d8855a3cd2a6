#include "core/execution/task_body.h"

namespace interleave {
namespace {

void sleep(TaskRun& task, Host& host, const Operation& operation) {
  task.state.due = host.logical_time() + operation.length;
  task.state.stage = Stage::sleeping;
  host.sleeps(task, operation.step);
}

// A wait of no time is one all the same where there is an interpreter's lock, which it lets go of.
void block(TaskRun& task, Host& host, const Operation& operation) {
  if (operation.length == Duration::zero() && !host.runtime().has_gil()) return;
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

// What the task is at; awaited until it may be over.
struct Wait {
  Host& host;
  TaskRun& task;

  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> self) const {
    Runtime& runtime = host.runtime();
    const TaskState& state = task.state;
    switch (state.stage) {
      case Stage::beginning:
      case Stage::asking:
        host.asks_for_gil(task);
        return runtime.take_gil(host.worker(), host, self);
      case Stage::sleeping:
        host.suspend(task, self);
        return true;
      case Stage::blocking:
        if (runtime.has_gil()) runtime.let_go_of_gil(host.worker());
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

void begin(TaskRun& task, Host& host) {
  host.begin_at(task.state.due);
  host.started(task);
  task.state.stage = Stage::going;
}

// Its wait is over, and it has the interpreter's lock again where there is one.
void resume(TaskRun& task, Host& host) {
  const bool was_held_up = task.state.stage == Stage::asking && host.got_gil();
  // Nothing but the lock is on record of a wait of no time.
  const bool is_recorded = was_held_up || task.state.due > host.logical_time();
  host.advance_to(task.state.due);
  if (is_recorded) host.resumed(task);
  task.state.stage = Stage::going;
}

bool still_waits(const TaskRun& task, const Runtime& runtime) {
  return runtime.now() < task.state.due && !runtime.stopping();
}

// Goes on from what the task was at, if that is over.
void go_on(TaskRun& task, Host& host) {
  const Runtime& runtime = host.runtime();
  switch (task.state.stage) {
    case Stage::beginning:
      host.got_gil();
      if (!runtime.stopping()) return begin(task, host);
      task.state.stage = Stage::ended;  // on the record it never began
      return;
    case Stage::blocking:
      if (still_waits(task, runtime)) return;
      if (!runtime.has_gil()) return resume(task, host);
      task.state.stage = Stage::asking;
      return;
    case Stage::asking:
      return resume(task, host);
    case Stage::computing:
      host.catch_up();
      break;
    case Stage::sleeping:
    case Stage::going:
    case Stage::ended:
      break;
  }
  task.state.stage = Stage::going;
}

}  // namespace

// All that the task is stands in its state: the frame only drives it, and is what each sleeping task costs besides.
Routine run_task(TaskRun& task, Host& host) {
  const bool has_gil = host.runtime().has_gil();
  if (has_gil) task.state.stage = Stage::beginning;
  if (!has_gil) begin(task, host);
  while (task.state.stage != Stage::ended) {
    if (task.state.stage == Stage::going) {
      take_steps(task, host);
    } else {
      co_await Wait{host, task};
      go_on(task, host);
    }
  }
  if (has_gil) host.runtime().let_go_of_gil(host.worker());
}

}  // namespace interleave

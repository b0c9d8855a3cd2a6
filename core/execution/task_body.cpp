#include "core/execution/task_body.h"

#include <optional>

namespace interleave {
namespace {

// How a task waits for what takes time.
enum class Way : std::uint8_t { leaves_worker, holds_worker, computes, is_over };

// What a step does that takes time; awaited until it is over.
struct Wait {
  Host& host;
  TaskRun& task;
  Way way = Way::is_over;
  Duration length{0};  // of a computation

  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> self) const {
    switch (way) {
      case Way::computes:
        return host.runtime().compute(host.worker(), length, host, self);
      case Way::holds_worker:
        return host.runtime().park(host.worker(), task.due, self);
      case Way::leaves_worker:
        host.suspend(task, self);
        return true;
      case Way::is_over:
        break;
    }
    return false;
  }
  void await_resume() const noexcept {}

  bool is_done() const {
    return way != Way::holds_worker || host.runtime().now() >= task.due || host.runtime().stopping();
  }
  void finish() const {
    if (way == Way::computes) host.catch_up();
    if (way != Way::holds_worker) return;
    host.advance_to(task.due);
    host.resumed(task);
  }
};

// Waits as blocking calls do.
std::optional<Wait> hold_worker(TaskRun& task, Host& host, const Operation& operation) {
  if (operation.length == Duration::zero()) return std::nullopt;
  task.due = host.logical_time() + operation.length;
  host.blocks(task, operation.step);
  return Wait{host, task, Way::holds_worker};
}

// Begins what the task has to do next. None where that took no time.
std::optional<Wait> begin(TaskRun& task, Host& host, const Operation& operation) {
  switch (operation.verb) {
    case Verb::print:
      host.printed(task, operation);
      break;
    case Verb::sleep:
      if (!host.frees_worker()) return hold_worker(task, host, operation);
      task.due = host.logical_time() + operation.length;
      host.sleeps(task, operation.step);
      return Wait{host, task, Way::leaves_worker};
    case Verb::block:
      return hold_worker(task, host, operation);
    case Verb::compute:
      if (operation.length == Duration::zero()) break;
      host.computes(task, operation.step);
      return Wait{host, task, Way::computes, operation.length};
    case Verb::repeat:
      break;  // nothing but its passes, which the machine counts
  }
  return std::nullopt;
}

// Takes the steps that take no time, up to one that does, and records that it begins. Outside of the coroutine, whose
// frame would keep all of this for as long as the task sleeps.
Wait next_wait(TaskRun& task, Host& host) {
  for (;;) {
    const auto operation = task.machine.next();
    // Looked at first, since a stop cuts the last wait short too.
    const bool stopping = host.runtime().stopping();
    if (stopping || !operation) {
      host.ended(task, stopping ? Outcome::cancelled : Outcome::finished);
      return {host, task};
    }
    if (const auto wait = begin(task, host, *operation)) return *wait;
  }
}

}  // namespace

Routine run_task(TaskRun& task, Host& host) {
  host.begin_at(task.due);
  host.started(task);
  for (;;) {
    const Wait wait = next_wait(task, host);
    if (wait.way == Way::is_over) co_return;
    do {
      co_await wait;
    } while (!wait.is_done());
    wait.finish();
  }
}

}  // namespace interleave

#include "core/execution/task_body.h"

#include <atomic>
#include <string>
#include <string_view>
#include <utility>

#include "core/execution/shared_state.h"

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

void stand_in_line(TaskRun& task) { task.state.stage = Stage::in_line; }

// What each verb does. Where that takes time, the task's stage says so. Returns what went wrong, or nothing.
std::string perform(TaskRun& task, Host& host, const Operation& operation) {
  SharedState& shared = *task.shared;
  switch (operation.verb) {
    case Verb::print:
      host.printed(task, operation);
      break;
    case Verb::sleep:
      host.frees_worker() ? sleep(task, host, operation) : block(task, host, operation);
      break;
    case Verb::block:
      block(task, host, operation);
      break;
    case Verb::compute:
      compute(task, host, operation);
      break;
    case Verb::read:
      shared.read(task, host, operation);
      break;
    case Verb::write:
      shared.write(task, host, operation);
      break;
    case Verb::lock:
    case Verb::acquire:
      if (!shared.acquire(task, host, operation)) stand_in_line(task);
      break;
    case Verb::release:
      if (!shared.release(task, host, operation))
        return "it releases " + shared.name(operation.object) + ", which nobody holds";
      break;
    case Verb::put:
      if (!shared.put(task, host, operation)) stand_in_line(task);
      break;
    case Verb::get:
      if (!shared.get(task, host, operation)) stand_in_line(task);
      break;
    case Verb::repeat:
    case Verb::set:
    case Verb::branch:
    case Verb::loop:
      break;  // nothing but what their instructions do
  }
  return "";
}

// By way of what cleans up behind it, if anything does.
void leave(TaskRun& task, Host& host, Unwinding why) {
  if (unwind(*task.code, task.state, why)) return;
  task.state.stage = Stage::ended;
  host.failed(task, std::move(why.error));
}

void fail(TaskRun& task, Host& host, std::string error) {
  leave(task, host, {Unwinding::Reason::failed, std::move(error)});
}

// Which limit of a run the operation would go beyond; empty: none.
std::string_view limit_met(const TaskRun& task, const Host& host, const Operation& operation) {
  if (host.logical_time() + operation.length > Time(kLongestTotal)) {
    return "with this step the run takes more than 4 000 000 000 seconds; its loop may never end";
  }
  const bool computes = operation.verb == Verb::compute;
  const std::int64_t steps = 1 + (computes ? operation.length / task.limits->time_slice : 0);
  // Relaxed: it is only counted.
  if (task.limits->steps_left.fetch_sub(steps, std::memory_order_relaxed) >= steps) return "";
  return "with this step the run has more than 10 000 000 steps and time slices; its loop may never end";
}

void take(TaskRun& task, Host& host, const Operation& operation) {
  switch (operation.kind) {
    case Operation::Kind::fails:
      return fail(task, host, failure_of(*task.code, task.state));
    case Operation::Kind::unwinds:
      return leave(task, host, task.state.clean_ups[operation.target]);
    case Operation::Kind::performs:
      break;
  }
  if (std::string problem = perform(task, host, operation); !problem.empty()) fail(task, host, std::move(problem));
}

void end(TaskRun& task, Host& host) {
  task.state.stage = Stage::ended;
  const Runtime& runtime = host.runtime();
  // Who is deadlocked has not ended, though its worker has.
  if (!runtime.deadlocked()) host.ended(task, runtime.stopping() ? Outcome::cancelled : Outcome::finished);
}

// Takes the task's steps up to one that takes time, or to its end, and records how that begins.
void take_steps(TaskRun& task, Host& host) {
  do {
    const auto operation = advance(*task.code, task.state);
    // Looked at first, since a stop cuts the last wait short too.
    if (host.runtime().stopping() || !operation) return end(task, host);
    if (task.code->may_go_on_for_ever) {
      if (const std::string_view limit = limit_met(task, host, *operation); !limit.empty()) {
        // Nobody cleans up behind what must come to its end now.
        task.state.stage = Stage::ended;
        return host.failed(task, std::string(limit));
      }
    }
    take(task, host, *operation);
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
      case Stage::in_line:
        return stand(self);
      case Stage::computing:
        return runtime.compute(host.worker(), state.due - host.logical_time(), host, self);
      case Stage::going:
      case Stage::ended:
        break;
    }
    return false;
  }
  void await_resume() const noexcept {}

 private:
  bool stand(std::coroutine_handle<> self) const {
    Runtime& runtime = host.runtime();
    if (host.frees_worker()) {
      host.suspend(task, self);
      return true;
    }
    if (runtime.has_gil()) runtime.let_go_of_gil(host.worker());
    return runtime.park(host.worker(), kNever, self);
  }
};

void begin(TaskRun& task, Host& host) {
  host.begin_at(task.state.due);
  host.started(task);
  task.state.stage = Stage::going;
}

// Its wait is over, and it has the interpreter's lock again where there is one.
void resume(TaskRun& task, Host& host) {
  const bool was_held_up = task.state.stage == Stage::asking && host.got_gil();
  const bool was_in_line = std::exchange(task.is_called, false);
  // Nothing but the lock is on record of a sleep of no time.
  const bool is_recorded = was_held_up || was_in_line || task.state.due > host.logical_time();
  host.advance_to(task.state.due);
  if (is_recorded) host.resumed(task);
  task.state.stage = Stage::going;
}

bool still_waits(const TaskRun& task, const Runtime& runtime) {
  return runtime.now() < task.state.due && !runtime.stopping();
}

// What it waited for is its own now; or, where that is a queue, it may look again.
void leave_line(TaskRun& task, Host& host) {
  TaskState& state = task.state;
  const Verb verb = task.code->instructions[state.at - 1].verb;
  if (verb == Verb::put || verb == Verb::get) --state.at;
  if (host.frees_worker()) {
    task.shared->go_on(task, host);  // the loop has recorded its turn
    state.stage = Stage::going;
  } else if (host.runtime().has_gil()) {
    state.stage = Stage::asking;
  } else {
    resume(task, host);
  }
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
    case Stage::in_line:
      if (runtime.stopping() || task.shared->is_called(task)) leave_line(task, host);
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

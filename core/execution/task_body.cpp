#include "core/execution/task_body.h"

#include <atomic>
#include <cstdint>
#include <fmt/format.h>
#include <string>
#include <utility>

#include "core/base/digit_groups.h"
#include "core/execution/advance.h"
#include "core/execution/gate.h"
#include "core/execution/run_limit.h"
#include "core/execution/shared_state.h"
#include "core/execution/take_step.h"
#include "core/execution/task_ends.h"

namespace interleave {
namespace {

enum class RunLimit : std::uint8_t { none, time, steps };

// Which limit of a run the operation would go beyond.
RunLimit limit_met(const TaskRun& task, const Host& host, const Operation& operation) {
  if (host.logical_time() + operation.length > Time(kLongestTotal)) return RunLimit::time;
  const bool computes = operation.verb == Verb::compute;
  const std::int64_t steps = 1 + (computes ? operation.length / task.run->time_slice : 0);
  // Relaxed: it is only counted.
  return task.run->steps_left.fetch_sub(steps, std::memory_order_relaxed) >= steps ? RunLimit::none : RunLimit::steps;
}

std::string limit_text(RunLimit limit, const OfRun& run) {
  if (limit == RunLimit::time) {
    return fmt::format("with this step the run takes more than 4 000 000 000 seconds; {}", kMayNeverEnd);
  }
  return fmt::format("with this step the run has more than {} steps and time slices; {}", in_groups(run.most_steps),
                     kMayNeverEnd);
}

void end(TaskRun& task, Host& host) {
  task.state.stage = Stage::ended;
  const Runtime& runtime = host.runtime();
  if (!runtime.stopping()) {
    // Where no task has to do with any other, there is nobody to tell but the record.
    if (task.dealings == nullptr && task.order() == nullptr) return host.ended(task, Outcome::finished);
    return task.ends().end(task, host, {});
  }
  // Who is deadlocked has not ended, though its worker has.
  if (!runtime.deadlocked()) host.ended(task, Outcome::cancelled);
}

// Whether the order of steps says that it does not take this one now: it stands before it, or its time is up.
bool is_held_at_gate(TaskRun& task, Host& host, const Operation& operation) {
  Gate& gate = gate_of(task);
  if (!gate.orders() || !gate.counted().counts(operation)) return false;
  if (operation.timeout && operation.verb != Verb::await) {
    begin_step(task, host, operation);
    task.dealings->looks_again = true;  // the deadline stays
  }
  const bool yields = host.runtime().has_others_ready() && !gate.has_chosen(task);
  switch (gate.pass(task, operation, host.runtime().now())) {
    case Gate::Pass::goes:
      if (yields) break;
      return false;
    case Gate::Pass::times_out:
      if (yields) break;
      leave_step(task, host, failure("timed out"));
      gate.took({task.id, Token::Kind::timeout});
      gate.look();
      return true;
    case Gate::Pass::stands:
      break;
  }
  --task.state.at;
  task.state.stage = Stage::standing;
  gate.stand(task, host, operation, operation.timeout ? task.dealings->deadline : kNever);
  return true;
}

// Takes the task's steps up to one that takes time, or to its end, and records how that begins.
[[gnu::always_inline]] inline void take_steps(TaskRun& task, Host& host) {
  do {
    const Operation operation = advance(*task.code, task.state);
    // Looked at first, since a stop cuts the last wait short too.
    if (host.runtime().stopping() || !operation) return end(task, host);
    if (task.code->may_go_on_for_ever) {
      if (const RunLimit limit = limit_met(task, host, operation); limit != RunLimit::none) {
        // Nobody cleans up behind what must come to its end now.
        task.state.stage = Stage::ended;
        return task.ends().end(task, host, failure(limit_text(limit, *task.run)));
      }
    }
    if (task.order() != nullptr && is_held_at_gate(task, host, operation)) continue;
    take_step(task, host, operation);
    if (task.order() != nullptr) gate_of(task).look();
  } while (task.state.stage == Stage::going);
}

// Whether it is the turn of the task that stands before a step that counts, or before its end.
bool may_leave_gate(TaskRun& task, const Runtime& runtime) {
  if (runtime.stopping()) return true;
  if (gate_of(task).stands_before_end(task)) return gate_of(task).may_end(task);
  const Operation operation = advance(*task.code, task.state);
  --task.state.at;
  return gate_of(task).pass(task, operation, runtime.now()) != Gate::Pass::stands;
}

// What the task is at; awaited until it may be over.
struct Wait {
  Host& host;
  TaskRun& task;

  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> self) const {
    Runtime& runtime = host.runtime();
    const TaskState& state = task.state;
    if (state.stage == Stage::sleeping) {
      host.suspend(task, self);
      return true;
    }
    switch (state.stage) {
      case Stage::beginning:
      case Stage::asking:
        host.asks_for_gil(task.id);
        return runtime.take_gil(host.worker(), host, self);
      case Stage::blocking:
        if (host.has_gil()) runtime.let_go_of_gil(host.worker());
        return runtime.park(host.worker(), state.due, self);
      case Stage::in_line:
        if (TaskRun* const first = host.to_run_first(task)) {
          first->routine = run_task(*first, host);
          host.worker().next = first->routine.attach(host.worker(), self);
          return true;
        }
        return stand(self);
      case Stage::standing:
        if (host.has_gil()) runtime.let_go_of_gil(host.worker());
        if (may_leave_gate(task, runtime)) return gate_of(task).orders() && runtime.yield(host.worker(), self);
        return runtime.park(host.worker(), gate_of(task).wait(task, runtime.now()), self);
      case Stage::computing:
        return runtime.compute(host.worker(), state.due - host.logical_time(), host, self);
      case Stage::sleeping:
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
    if (host.has_gil()) runtime.let_go_of_gil(host.worker());
    const Time deadline = task.dealings->deadline;
    const bool is_late = task.order() != nullptr && deadline <= runtime.now();
    const bool is_held = is_late && gate_of(task).holds_timeout(task, host);
    if (is_held && gate_of(task).may_time_out(task)) return runtime.yield(host.worker(), self);
    return runtime.park(host.worker(), is_held ? kNever : deadline, self);
  }
};

void begin(TaskRun& task, Host& host) {
  host.begin_at(task.state.due);
  host.started(task);
  if (task.dealings != nullptr) {
    task.dealings->has_begun = true;
    if (task.source->timeout) host.set_timeout(task);
  }
  task.state.stage = Stage::going;
}

// Whether what it waited for is its own with its turn; who waits otherwise looks again.
bool is_given(Verb verb) { return verb == Verb::lock || verb == Verb::acquire; }
bool is_for_object(Verb verb) { return is_given(verb) || verb == Verb::put || verb == Verb::get; }

// What tells of the wait that it was in means nothing any more.
void leave_wait(TaskRun& task) {
  const Guard guard(task.ends().mutex());
  Dealings& own = *task.dealings;
  ++own.wait;
  own.gave_up = own.must_cancel = false;
  for (Dealings::Each& each : own.each) each.is_awaited = false;
}

// The turn behind a wait for others: goes on with what it waited for, or without.
void settle(TaskRun& task, Host& host) {
  Dealings& own = *task.dealings;
  const Verb verb = task.code->instructions[task.state.at - 1].verb;
  const bool is_cut = own.gave_up || own.must_cancel;
  const bool is_late = !host.frees_worker() && own.is_expiring;
  if (is_for_object(verb) && host.frees_worker()) {
    is_cut ? task.shared->go_without(task, host) : task.shared->go_on(task, host);
  }
  leave_wait(task);
  if (is_cut || is_late) {
    Unwinding why = is_late ? failure("timed out") : cancelled_by(own.cancelled_by);
    if (is_cut) {
      why = cut(task, host, std::move(why));
    } else {
      host.timed_out(task);
    }
    own.is_expiring = false;
    return leave_step(task, host, std::move(why));
  }
  if (is_given(verb)) {
    cut(task, host, {});
    return end_step(task, host);
  }
  own.looks_again = true;
  --task.state.at;
}

// Its wait is over, and it has the interpreter's lock again where there is one.
void resume(TaskRun& task, Host& host) {
  const bool was_held_up = task.state.stage == Stage::asking && host.got_gil();
  const bool was_in_line = std::exchange(task.state.was_in_line, false);
  // Nothing but the lock is on record of a sleep of no time.
  const bool is_recorded = was_held_up || was_in_line || task.state.due > host.logical_time();
  host.advance_to(task.state.due);
  if (is_recorded) host.resumed(task);
  task.state.stage = Stage::going;
  if (was_in_line) settle(task, host);
}

bool still_waits(const TaskRun& task, const Runtime& runtime) {
  return runtime.now() < task.state.due && !runtime.stopping();
}

// Whether it was called, or has waited for long enough.
bool leaves_line(TaskRun& task, const Runtime& runtime) {
  Dealings& own = *task.dealings;
  if (runtime.stopping() || task.ends().is_called(task)) return true;
  if (runtime.now() < own.deadline) return task.ends().is_called(task);
  if (task.order() != nullptr && gate_of(task).holds_timeout(task, *own.host)) return false;
  if (!task.ends().give_up(task)) return task.ends().is_called(task);
  if (task.order() != nullptr) gate_of(task).took({task.id, Token::Kind::timeout});
  own.is_expiring = true;
  task.state.due = task.order() == nullptr ? own.deadline : runtime.now();
  return true;
}

void leave_line(TaskRun& task, Host& host) {
  if (task.order() != nullptr) gate_of(task).leave(task);
  if (host.frees_worker()) {
    task.state.stage = Stage::going;  // the loop has recorded its turn
    return host.runtime().stopping() ? void() : settle(task, host);
  }
  task.state.was_in_line = !host.runtime().stopping();
  if (host.has_gil()) {
    task.state.stage = Stage::asking;
  } else {
    resume(task, host);
  }
}

// A sleep on a loop may have been cut.
void wake(TaskRun& task, Host& host) {
  task.state.stage = Stage::going;
  Dealings* const own = task.dealings;
  if (own == nullptr || !(own->gave_up || own->must_cancel)) return;
  own->gave_up = own->must_cancel = false;
  const Unwinding why = cancelled_by(own->cancelled_by);
  note_cancelled(task, host, why);
  leave(task, host, why);
}

// It may go on with the step that it stands before, or to its end.
void leave_gate(TaskRun& task, Host& host) {
  Gate& gate = gate_of(task);
  Runtime& runtime = host.runtime();
  const bool yields = gate.orders() && runtime.has_others_ready();
  if (!may_leave_gate(task, runtime) || yields) return;
  host.catch_up();
  if (gate.leave(task)) host.resumed(task);
  task.state.due = runtime.now();
  if (gate.stands_before_end(task)) {
    task.state.stage = Stage::ended;
    return task.ends().end(task, host, gate.take_end(task));
  }
  task.state.stage = Stage::going;
  if (!host.has_gil()) return;
  gate.choose(task);
  task.state.stage = Stage::asking;
}

// Goes on from what the task was at, if that is over.
void go_on(TaskRun& task, Host& host) {
  if (task.state.stage == Stage::sleeping) return wake(task, host);
  const Runtime& runtime = host.runtime();
  switch (task.state.stage) {
    case Stage::beginning:
      host.got_gil();
      if (!runtime.stopping()) return begin(task, host);
      task.state.stage = Stage::ended;  // on the record it never began
      return;
    case Stage::blocking:
      if (still_waits(task, runtime)) return;
      if (!host.has_gil()) return resume(task, host);
      task.state.stage = Stage::asking;
      return;
    case Stage::in_line:
      if (leaves_line(task, runtime)) leave_line(task, host);
      return;
    case Stage::standing:
      return leave_gate(task, host);
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
  const bool has_gil = host.is_lock_the_tasks();
  if (has_gil) task.state.stage = Stage::beginning;
  if (!has_gil) begin(task, host);
  while (task.state.stage != Stage::ended) {
    if (task.state.stage == Stage::going) {
      take_steps(task, host);
    } else {
      co_await Wait{host, task};
      go_on(task, host);
      if (task.order() != nullptr) gate_of(task).look();
    }
  }
  if (has_gil) host.runtime().let_go_of_gil(host.worker());
  if (task.order() != nullptr) gate_of(task).look();
}

}  // namespace interleave

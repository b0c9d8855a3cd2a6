#include "core/execution/take_step.h"

#include <string>
#include <utility>

#include "core/execution/shared_state.h"
#include "core/execution/step_order.h"
#include "core/execution/task_ends.h"

namespace interleave {
namespace {

// What each verb does that needs something from others, once it has it or where it must wait for it.
void perform_or_wait(TaskRun& task, Host& host, const Operation& operation,
                     bool (SharedState::*attempt)(TaskRun&, Host&, const Operation&)) {
  begin_step(task, host, operation);
  if ((task.shared->*attempt)(task, host, operation)) {
    cut(task, host, {});
    end_step(task, host);
  } else {
    task.state.stage = Stage::in_line;
  }
}

// Whether it goes on with the steps behind.
bool await(TaskRun& task, Host& host, const Operation& operation,
           TaskEnds::Await (TaskEnds::*attempt)(TaskRun&, Host&, const Operation&)) {
  begin_step(task, host, operation);
  TaskEnds::Await came = (task.ends().*attempt)(task, host, operation);
  if (came.waits) {
    task.state.stage = Stage::in_line;
    return false;
  }
  const Unwinding why = cut(task, host, came.leaves.value_or(Unwinding{}));
  end_step(task, host);
  if (!came.leaves) return true;
  note_cancelled(task, host, why);
  leave(task, host, why);
  return false;
}

// What each verb does that may have to do with others. Returns what went wrong, or nothing.
std::string perform(TaskRun& task, Host& host, const Operation& operation) {
  SharedState& shared = *task.shared;
  switch (operation.verb) {
    case Verb::read:
      shared.read(task, host, operation);
      break;
    case Verb::write:
      shared.write(task, host, operation);
      break;
    case Verb::lock:
    case Verb::acquire:
      perform_or_wait(task, host, operation, &SharedState::acquire);
      break;
    case Verb::release:
      if (!shared.release(task, host, operation)) {
        return "it releases " + shared.name(operation.object) + ", which nobody holds";
      }
      break;
    case Verb::put:
      perform_or_wait(task, host, operation, &SharedState::put);
      break;
    case Verb::get:
      perform_or_wait(task, host, operation, &SharedState::get);
      break;
    case Verb::start:
      return task.ends().start(task, host, operation);
    case Verb::await:
      await(task, host, operation, &TaskEnds::await);
      break;
    case Verb::as_completed:
      task.ends().begin_each(task, host, operation);
      break;
    case Verb::give_back:
      leave(task, host, {.reason = Unwinding::Reason::returned, .value = operation.result});
      break;
    case Verb::raise:
      leave(task, host, failure(text_of(operation, *task.code, *task.source, task.state)));
      break;
    case Verb::cancel:
      return task.ends().cancel(task, host, operation);
    case Verb::call:
      // A coroutine that nobody awaits; elsewhere it is done, behind the way past it.
      host.frees_worker() ? host.printed(task, operation) : static_cast<void>(++task.state.at);
      break;
    case Verb::print:
    case Verb::sleep:
    case Verb::block:
    case Verb::compute:
    case Verb::repeat:
    case Verb::set:
    case Verb::branch:
    case Verb::loop:
    case Verb::attempt:
      break;  // nothing but what has been done, or their instructions do
  }
  return "";
}

void fail(TaskRun& task, Host& host, std::string error) { leave(task, host, failure(std::move(error))); }

}  // namespace

bool is_by_its_timeout(const TaskRun& task) {
  return task.dealings != nullptr && task.dealings->has_expired && task.dealings->cancels <= 1;
}

void begin_step(TaskRun& task, Host& host, const Operation& operation) {
  Dealings& own = *task.dealings;
  if (own.looks_again) return;
  own.deadline = operation.timeout ? host.logical_time() + *operation.timeout : kNever;
  own.cancels_before = own.cancels;
  if (operation.timeout) host.set_deadline(task);
}

void end_step(TaskRun& task, Host& host) {
  Dealings& own = *task.dealings;
  own.looks_again = false;
  ++own.step_number;
  if (own.deadline != kNever) host.drop_deadline();
}

void leave_step(TaskRun& task, Host& host, Unwinding why) {
  end_step(task, host);
  note_cancelled(task, host, why);
  leave(task, host, std::move(why));
}

Unwinding cut(TaskRun& task, Host& host, Unwinding why) {
  Dealings& own = *task.dealings;
  if (!std::exchange(own.is_expiring, false)) return why;
  --own.cancels;
  const bool is_own = why.reason == Unwinding::Reason::cancelled && own.cancels <= own.cancels_before;
  if (!is_own) return why;
  host.timed_out(task);
  return failure("timed out");
}

void note_cancelled(const TaskRun& task, Host& host, const Unwinding& why) {
  if (why.reason == Unwinding::Reason::cancelled && !is_by_its_timeout(task)) host.is_cancelled(task, why.from);
}

void leave(TaskRun& task, Host& host, Unwinding why) {
  switch (unwind(*task.code, task.state, why)) {
    case Left::to_clean_up:
      return;
    case Left::taken:
      if (why.from != TaskId::none) task.ends().take_failure(why.from, task, host);
      return;
    case Left::everything:
      break;
  }
  task.state.stage = Stage::ended;
  if (why.reason == Unwinding::Reason::cancelled && is_by_its_timeout(task)) why = failure("timed out");
  task.ends().end(task, host, std::move(why));
}

void note_step(const TaskRun& task, const Operation& operation) {
  if (task.order() != nullptr && task.order()->counted().counts(operation)) task.order()->took_step(task.id);
}

void take_other_step(TaskRun& task, Host& host, const Operation& operation) {
  switch (operation.kind) {
    case Operation::Kind::fails:
      return fail(task, host, failure_of(*task.code, task.state));
    case Operation::Kind::unwinds:
      return leave(task, host, task.state.past->clean_ups[operation.target]);
    case Operation::Kind::takes_next:
      if (await(task, host, operation, &TaskEnds::next_of_each)) count_taken(*task.code, task.state);
      return;
    case Operation::Kind::performs:
    case Operation::Kind::none:
      break;
  }
  std::string problem = perform(task, host, operation);
  // What tasks share notes its uses itself.
  if (operation.object == ObjectId::none || !problem.empty()) note_step(task, operation);
  if (!problem.empty()) fail(task, host, std::move(problem));
}

}  // namespace interleave

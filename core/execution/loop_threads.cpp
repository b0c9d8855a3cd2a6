// Tasks of an event loop whose steps are done by threads beside it, as asyncio.to_thread has them done.
#include <algorithm>
#include <utility>

#include "core/execution/event_loop.h"
#include "core/execution/take_step.h"
#include "core/execution/task_ends.h"

namespace interleave {
namespace {

// Of the pool that asyncio makes.
int most_threads(const Machine& machine) { return std::min(32, machine.cores + 4); }

}  // namespace

// A turn of its own, of which it has two: the pool gets it, and it ends.
void EventLoop::go_on_beside(TaskRun& task) {
  if (task.dealings->on_thread != nullptr) return end_beside(task);
  if (!is_cut_before_it_begins(task)) hand_to_thread(task);
}

void EventLoop::hand_to_thread(TaskRun& task) {
  begin_at(task.state.due);
  resumed(task);
  Dealings& own = *task.dealings;
  begin_wait(own, *this, StepId::none, ObjectId::none, TaskId::none);
  own.on_thread = std::make_unique<OnThread>();
  if (task.source->timeout) set_timeout(task);
  task.state.due = logical_time();
  if (threads_ == nullptr) {
    EndTaker& taker = *this;
    threads_ = std::make_unique<ThreadPool>(context_, most_threads(context_.machine()), worker_id(1), taker);
  }
  context_.record_queued(log(), task);
  if (const std::string refusal = threads_->take(task); !refusal.empty()) {
    task.ends().end(task, *this, failure(refusal));
    note_end(task);
  }
}

// On the thread: the loop comes to it, unless the task is over for it already.
void EventLoop::take_end(TaskRun& task, Host& host, Unwinding why) {
  const Guard guard(task.ends().mutex());
  OnThread& thread = *task.dealings->on_thread;
  thread.has_ended = true;
  if (thread.is_left_alone) return TaskEnds::record_end(task, host, thread.why);
  host.record_ready(task, StepId::none, Cause::loop);
  thread.why = std::move(why);
  thread.ended = host.logical_time();
  inbox_.put(task, worker(), runtime());
}

// As a future is told what it comes to, and wakes who waits for it.
void EventLoop::hear_thread(TaskRun& task) {
  Dealings& own = *task.dealings;
  if (std::exchange(own.is_called, true)) return;  // it was cancelled meanwhile
  {
    const Guard guard(task.ends().mutex());
    own.on_thread->due = own.on_thread->ended;
  }
  push(LoopTurn(task.id));
}

bool EventLoop::cut_wait_for_thread(TaskRun& task) {
  Dealings& own = *task.dealings;
  if (std::exchange(own.is_called, true)) return false;
  own.gave_up = true;
  own.on_thread->due = logical_time();
  push(LoopTurn(task.id));
  return true;
}

void EventLoop::end_beside(TaskRun& task) {
  Dealings& own = *task.dealings;
  begin_at(own.on_thread->due);
  const bool is_cut = std::exchange(own.must_cancel, false) || own.gave_up;
  Unwinding why;
  if (is_cut) {
    why = cancelled_by(own.cancelled_by);
    note_cancelled(task, *this, why);
    if (is_by_its_timeout(task)) why = failure("timed out");
    if (parts_with_thread(task, why)) resumed(task);
  } else {
    why = std::move(own.on_thread->why);
    resumed(task);
  }
  task.ends().end(task, *this, std::move(why));
  note_end(task);
}

// The task is over, for that reason, before the loop has heard of its thread. Whether that has nothing more to do with
// it; else it goes on, since nobody can stop it, and puts the end on record when it comes to it.
bool EventLoop::parts_with_thread(TaskRun& task, const Unwinding& why) {
  if (threads_->withdraw(task)) return true;
  const Guard guard(task.ends().mutex());
  OnThread& thread = *task.dealings->on_thread;
  if (thread.has_ended) return true;
  thread.is_left_alone = true;
  thread.why = why;
  return false;
}

}  // namespace interleave

// The main program of an event loop: a coroutine of the loop that submits the tasks, as a listing's main() does.
#include <algorithm>
#include <utility>

#include "core/execution/event_loop.h"
#include "core/execution/task_ends.h"

namespace interleave {
namespace {

// After the last of the tasks that asyncio.run cancels, as CPython 3.11 has it: two until it has noticed, and two each
// for the closing of generators and of the default executor.
constexpr int kLastRounds = 6;

}  // namespace

// From one await to the next: submits the tasks of the moment that it waited for, and sleeps until that of the next
// ones, which may be over; or awaits each. In the end, if it is to leave, it awaits all.
void EventLoop::run_main_program() {
  begin_at(main_program_.state.due);
  if (awaits_rest_) return in_group_ == 0 ? leave() : await_group();
  if (const TaskRun* const ended = std::exchange(awaited_, nullptr)) {
    is_aborted_ = ended->dealings->outcome == Outcome::failed && context_.launcher().stops_at_failure();
  }
  if (is_aborted_) {
    unfinished_ -= plan_.size();
    plan_ = {};
  }
  while (!plan_.empty() && plan_.front()->state.due == arrival_) {
    submit_next();
    if (awaited_ != nullptr) return;
  }
  if (plan_.empty()) return await_rest();
  arrival_ = plan_.front()->state.due;
  main_program_.state.due = std::max(arrival_, logical_time());
  sleep(main_program_);
}

void EventLoop::submit_next() {
  TaskRun& task = *plan_.front();
  plan_ = plan_.subspan(1);
  Launcher& launcher = context_.launcher();
  if (launcher.is_one_by_one()) task.state.due = std::max(task.state.due, launcher.latest_end());
  context_.record_submitted(log(), task);
  if (task.dealings != nullptr) task.dealings->is_submitted = true;
  push(LoopTurn(task.id));
  if (main_program_.dealings == nullptr) return;
  submitted_.push_back(&task);
  if (launcher.is_one_by_one()) {
    begin_wait(main_dealings_, *this, StepId::none, ObjectId::none, task.id);
    TaskEnds::watch(main_program_, task, {.waiter = &main_program_, .number = main_dealings_.wait});
    awaited_ = &task;
  } else if (launcher.cancels_rest()) {
    ++in_group_;
    TaskEnds::watch(main_program_, task, {.waiter = &main_program_, .kind = Watcher::Kind::group});
  }
}

// As asyncio.gather does, or the end of a task group.
void EventLoop::await_rest() {
  const MainPolicy& policy = context_.launcher().policy();
  if (policy.end == MainEnd::stays) return;
  awaits_rest_ = true;
  const bool is_group = policy.on_error == OnError::cancel;
  if (policy.launch == Launch::one_by_one || submitted_.empty() || (is_group && in_group_ == 0)) return leave();
  if (is_group) return await_group();
  begin_wait(main_dealings_, *this, StepId::none, ObjectId::none, TaskId::none);
  main_dealings_.unfinished = static_cast<std::uint32_t>(submitted_.size());
  const auto kind = policy.on_error == OnError::first ? Watcher::Kind::gather : Watcher::Kind::all;
  for (TaskRun* const task : submitted_) {
    TaskEnds::watch(main_program_, *task, {.waiter = &main_program_, .kind = kind, .number = main_dealings_.wait});
  }
}

void EventLoop::await_group() { begin_wait(main_dealings_, *this, StepId::none, ObjectId::none, TaskId::none); }

// As asyncio.TaskGroup does: the first failure cancels the others, and cuts the main program's own wait: that for the
// group begins anew.
void EventLoop::hear_of(const TaskRun& ended) {
  --in_group_;
  if (ended.dealings->outcome == Outcome::failed && !std::exchange(is_aborted_, true)) {
    std::sort(submitted_.begin(), submitted_.end(), [](const TaskRun* a, const TaskRun* b) { return a->id < b->id; });
    for (TaskRun* const task : submitted_) cancel(*task, ended.id);
    if (awaits_rest_ || !plan_.empty()) wake_main_program();
  }
  if (awaits_rest_ && in_group_ == 0) wake_main_program();
}

void EventLoop::wake_main_program() {
  if (std::exchange(main_dealings_.is_called, true)) return;
  may_be_void_ = true;  // the timer of its sleep
  main_program_.state.due = logical_time();
  push({});
}

// As asyncio.run does when its coroutine has ended: the round is the last one before all others are cancelled.
void EventLoop::leave() { push({TaskId::none, LoopTurn::Kind::leave}); }

void EventLoop::cancel_all() {
  if (main_program_.run == nullptr) return;  // nobody was submitted
  for (TaskRun& task : main_program_.ends().all()) {
    Dealings& own = *task.dealings;
    own.is_left_behind = own.is_submitted && !own.is_over;
    if (!own.is_left_behind) continue;
    ++left_behind_;
    cancel(task, TaskId::none);
  }
}

void EventLoop::note_end(const TaskRun& task) {
  --unfinished_;
  if (task.source->timeout) may_be_void_ = true;
  if (task.dealings != nullptr && task.dealings->is_left_behind && --left_behind_ == 0) rounds_left_ = kLastRounds;
}

// Those that were started after the main program had left, and have not ended by now, never go on.
void EventLoop::let_go() {
  for (TaskRun& task : main_program_.ends().all()) {
    const Dealings& own = *task.dealings;
    if (!own.is_submitted || own.is_over) continue;
    if (own.on_thread != nullptr && !parts_with_thread(task, cancelled_by(TaskId::none))) continue;
    own.has_begun ? ended(task, Outcome::cancelled) : never_began(task);
  }
}

}  // namespace interleave

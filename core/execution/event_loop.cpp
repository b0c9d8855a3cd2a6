#include "core/execution/event_loop.h"

#include <algorithm>
#include <utility>

#include "core/execution/make_executor.h"
#include "core/execution/task_body.h"

namespace interleave {

// A turn of a task, awaited by the loop: over when the task suspends or ends.
struct EventLoop::Turn {
  EventLoop& loop;
  TaskRun& task;

  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> self) const {
    loop.loop_ = self;
    if (task.resume) {
      loop.worker().next = task.resume;
    } else {
      task.routine = run_task(task, loop);
      loop.worker().next = task.routine.attach(loop.worker(), self);
    }
    // Mostly the turn ends without the worker having been suspended, and the loop goes straight on.
    return !loop.worker().runs_back_to(self);
  }
  void await_resume() const noexcept {}
};

bool EventLoop::take_plan(std::span<TaskRun* const> plan) {
  plan_ = plan;
  unfinished_ = plan.size();
  auto spawned = context_.runtime().spawn(context_.worker_name(id()), loop());
  if (spawned) return true;
  refusal_ = std::move(spawned).error();
  return false;
}

void EventLoop::submit(std::span<TaskRun* const> tasks, EventLog* log) {
  for (const TaskRun* task : tasks) {
    context_.record_submitted(log, *task);
    context_.record_refused(log, *task, id(), refusal_);
  }
}

// As asyncio does: a sleep of no time yields to the loop once, without a timer.
void EventLoop::sleep(TaskRun& task) {
  if (task.state.due == logical_time()) {
    ready_.push(task);
  } else {
    timers_.add(task.state.due, &task);
  }
}

void EventLoop::suspend(TaskRun& task, std::coroutine_handle<> self) {
  task.resume = self;
  if (task.state.stage == Stage::sleeping) sleep(task);
  worker().next = loop_;
}

void EventLoop::call(TaskRun& task) {
  record_ready(task, task.place_step, Cause::loop);
  ready_.push(task);
}

// What a listing's main() does from one await to the next: submits the tasks of the moment that it waited for, and
// sleeps until that of the next ones, which may be over.
void EventLoop::run_main_program() {
  begin_at(main_program_.state.due);
  for (; !plan_.empty() && plan_.front()->state.due == arrival_; plan_ = plan_.subspan(1)) {
    context_.record_submitted(log(), *plan_.front());
    ready_.push(*plan_.front());
  }
  if (plan_.empty()) return;
  arrival_ = plan_.front()->state.due;
  main_program_.state.due = std::max(arrival_, logical_time());
  sleep(main_program_);
}

void EventLoop::ring(TaskRun& task) {
  task.arrives = true;
  ready_.push(task);
}

class EventLoop::DueTimers final : public Candidates {
 public:
  DueTimers(const EventLoop& loop, const std::vector<TaskRun*>& timers) : loop_(loop), timers_(timers) {}
  std::size_t size() const override { return timers_.size(); }
  Candidate operator[](std::size_t position) const override {
    const TaskRun* const sleeper = timers_[position];
    if (sleeper == &loop_.main_program_) return {Candidate::Kind::arrival, number_of(*loop_.plan_.front())};
    return {Candidate::Kind::timer, number_of(*sleeper)};
  }

 private:
  static std::uint32_t number_of(const TaskRun& task) { return static_cast<std::uint32_t>(index(task.id)); }

  const EventLoop& loop_;
  const std::vector<TaskRun*>& timers_;
};

// Timers that are due at one moment, in the order that is chosen.
void EventLoop::ring_due(Chooser& chooser) {
  std::vector<TaskRun*> left;
  for (const Timers::Timer& timer : due_) left.push_back(timer.value);
  while (!left.empty()) ring(*take_chosen(left, DueTimers(*this, left), chooser));
}

void EventLoop::ring_due() {
  if (Chooser* const chooser = runtime().chooser()) return ring_due(*chooser);
  for (const Timers::Timer& timer : due_) ring(*timer.value);
}

// Looks for the timers that became due meanwhile.
void EventLoop::collect() {
  if (timers_.empty()) return;
  const Time now = runtime().now();
  while (timers_.next() <= now) {
    timers_.take_next(due_);
    ring_due();
  }
}

void EventLoop::end_turn(TaskRun& task) {
  if (!task.routine.done()) return;
  task.routine = {};
  --unfinished_;
}

// On a stop every task that has begun gets a last turn, to end in.
void EventLoop::make_ready_to_end() {
  while (!timers_.empty()) {
    timers_.take_next(due_);
    for (const Timers::Timer& timer : due_) ready_.push(*timer.value);
  }
}

Routine EventLoop::loop() {
  set_worker(co_await ThisWorker{});
  context_.record_created(log(), id());
  ready_.push(main_program_);
  for (;;) {
    collect();
    if (runtime().stopping()) break;
    if (ready_.empty()) {
      if (unfinished_ == 0) co_return;
      co_await Park{runtime(), worker(), timers_.next()};
      continue;
    }
    bool first_turn = true;  // a later one begins where the one before it ended
    for (std::size_t left = ready_.size(); left > 0; --left) {
      TaskRun& task = ready_.pop();
      if (std::exchange(task.arrives, false)) {
        ready_.push(task);
        continue;
      }
      if (&task == &main_program_) {
        run_main_program();
        first_turn = true;  // what it has recorded lies between
        continue;
      }
      begin_at(task.state.due);
      if (task.resume) first_turn ? resumed(task) : resumed_at_once(task);
      first_turn = false;
      co_await Turn{*this, task};
      end_turn(task);
    }
  }
  make_ready_to_end();
  while (!ready_.empty()) {
    TaskRun& task = ready_.pop();
    if (!task.resume) continue;
    resumed(task);
    co_await Turn{*this, task};
    end_turn(task);
  }
}

std::unique_ptr<Executor> make_event_loop(RunContext& context, int /*max_workers*/) {
  return std::make_unique<EventLoop>(context);
}

}  // namespace interleave

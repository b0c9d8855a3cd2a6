#include "core/execution/event_loop.h"

#include <algorithm>
#include <utility>

#include "core/execution/make_executor.h"
#include "core/execution/task_body.h"
#include "core/execution/task_ends.h"

namespace interleave {

// A turn of a task, awaited by the loop: over when the task suspends or ends.
struct EventLoop::Turn {
  EventLoop& loop;
  TaskRun& task;

  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> self) const {
    loop.loop_ = self;
    loop.worker().next = task.resume ? task.resume : begin(self);
    // Mostly the turn ends without the worker having been suspended, and the loop goes straight on.
    return !loop.worker().runs_back_to(self);
  }
  void await_resume() const noexcept {}

 private:
  // Never inline: every other turn would save registers for it.
  [[gnu::noinline]] std::coroutine_handle<> begin(std::coroutine_handle<> self) const {
    task.routine = run_task(task, loop);
    return task.routine.attach(loop.worker(), self);
  }
};

// Where there is an interpreter's lock, the loop has it for a round; a task's own waits let go of it meanwhile.
struct EventLoop::TakeGil {
  EventLoop& loop;

  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> self) const {
    loop.asks_for_gil(TaskId::none);
    return loop.runtime().take_gil(loop.worker(), loop, self);
  }
  void await_resume() const { loop.got_gil(); }
};

void EventLoop::take_in() {
  inbox_.take(handed_over_);
  for (TaskRun* const task : handed_over_) {
    const LoopTurn turn{task->id, LoopTurn::Kind::hear};
    if (is_ordered() && !task->dealings->is_called) {
      held_.push_back({runtime().now(), turn});
    } else {
      if (!task->dealings->is_called) note(turn);
      ready_.push(turn);
    }
  }
}

bool EventLoop::take_plan(std::span<TaskRun* const> plan) {
  plan_ = plan;
  unfinished_ = plan.size();
  if (!plan.empty()) {
    main_program_.run = plan.front()->run;
    tasks_ = main_program_.ends().all();
  }
  if (context_.launcher().policy() != MainPolicy{}) main_program_.dealings = &main_dealings_;
  main_dealings_.host = this;
  auto spawned = context_.runtime().spawn(context_.worker_name(id()), loop());
  if (spawned) return true;
  refusal_ = std::move(spawned).error();
  return false;
}

void EventLoop::submit(std::span<TaskRun* const> tasks, EventLog* log) {
  for (const TaskRun* task : tasks) {
    context_.record_submitted(log, *task);
    context_.record_never_ran(log, *task, context_.refusal(id(), refusal_));
  }
}

void EventLoop::start(TaskRun& task, EventLog* /*log*/) {
  context_.record_submitted(log(), task);
  push(LoopTurn(task.id));
  ++unfinished_;
}

// As asyncio does: a sleep of no time yields to the loop once, without a timer.
void EventLoop::sleep(TaskRun& task) {
  bool is_over = task.state.due == logical_time();
  if (&task == &main_program_ && is_over) is_over = comes_late_at_once();
  std::uint32_t number = 0;
  if (task.dealings != nullptr) {
    begin_wait(*task.dealings, *this, StepId::none, ObjectId::none, TaskId::none);
    task.dealings->is_called = is_over;
    number = task.dealings->wait;
  }
  is_over ? push(LoopTurn(task.id)) : ring_when_due(task, number);
}

void EventLoop::suspend(TaskRun& task, std::coroutine_handle<> self) {
  task.resume = self;
  worker().next = loop_;
  Dealings* const own = task.dealings;
  if (own == nullptr) return task.state.due == logical_time() ? push(LoopTurn(task.id)) : ring_when_due(task, 0);
  if (task.state.stage == Stage::sleeping) sleep(task);
  if (own->must_cancel) own->must_cancel = !cut_wait(task);
}

void EventLoop::call(TaskRun& task) {
  if (&task != &main_program_) record_ready(task, task.dealings->step, Cause::loop);
  push(LoopTurn(task.id));
}

void EventLoop::tell_later(const Watcher& watcher, TaskRun& ended) {
  push({watcher.waiter->id, LoopTurn::Kind::tell});
  news_.push_back({watcher, &ended});
}

void EventLoop::set_deadline(TaskRun& task) {
  const Dealings& own = *task.dealings;
  ring_at(own.deadline, {task.id, LoopTurn::Kind::expire, own.step_number});
}

void EventLoop::set_timeout(TaskRun& task) {
  ring_at(logical_time() + *task.source->timeout, {task.id, LoopTurn::Kind::expires});
}

// As asyncio.timeout does: without a timer where it is over.
void EventLoop::ring_at(Time deadline, const LoopTurn& turn) {
  deadline <= logical_time() ? push(turn) : add_timer(deadline, turn);
}

// As Task.cancel of asyncio: the wait that the task is in is cut, which may be another task's; who is in none is cut at
// the next turn.
bool EventLoop::cancel(TaskRun& task, TaskId by) {
  Dealings& own = *task.dealings;
  if (own.is_over || !own.is_submitted) return false;
  // As it awaits itself, by way of others: nothing is cut.
  if (std::exchange(own.is_being_cancelled, true)) return true;
  ++own.cancels;
  own.cancelled_by = by;
  if (!cut_wait(task)) own.must_cancel = true;
  own.is_being_cancelled = false;
  return true;
}

// Whether the task was in a wait that could be cut.
bool EventLoop::cut_wait(TaskRun& task) {
  Dealings& own = *task.dealings;
  if (own.on_thread != nullptr) return cut_wait_for_thread(task);
  const bool waits = task.state.stage == Stage::sleeping || task.state.stage == Stage::in_line;
  if (!waits || own.is_called) return false;
  if (const AwaitedTasks* const tasks = TaskEnds::awaited_by(task)) {
    const bool any = cut_awaited(task, *tasks);
    const bool is_to_come = std::any_of(tasks->tasks.begin(), tasks->tasks.end(),
                                        [&](TaskId id) { return !task.ends().run(id).dealings->is_submitted; });
    if (any || !is_to_come) return any;
  }
  may_be_void_ = true;
  own.is_called = own.gave_up = true;
  task.state.due = logical_time();
  call(task);
  return true;
}

// Those whom the task awaits are cancelled, if any of them can be. So deep that a stack would not do, nobody goes.
bool EventLoop::cut_awaited(TaskRun& task, const AwaitedTasks& tasks) {
  constexpr int kDeepest = 1'000;
  if (cancel_depth_ == kDeepest) return false;
  ++cancel_depth_;
  bool any = false;
  for (const TaskId other : tasks.tasks) any = cancel(task.ends().run(other), task.id) || any;
  --cancel_depth_;
  task.dealings->gather_is_cut = tasks.is_list && any;
  return any;
}

// As asyncio.timeout: a cancellation, which the task takes for what it is.
void EventLoop::expire(TaskRun& task) {
  begin_at(task.dealings->deadline);
  cut_in_time(task);
  task.dealings->is_expiring = true;
}

// So does the timeout of the whole task.
void EventLoop::cut_in_time(TaskRun& task) {
  const TaskId by = task.dealings->cancelled_by;
  cancel(task, TaskId::none);
  task.dealings->cancelled_by = by;
}

class EventLoop::DueTimers final : public Candidates {
 public:
  DueTimers(const EventLoop& loop, const std::vector<LoopTurn>& timers) : loop_(loop), timers_(timers) {}
  std::size_t size() const override { return timers_.size(); }
  Candidate operator[](std::size_t position) const override {
    const TaskId sleeper = timers_[position].task;
    if (sleeper == TaskId::none) return {Candidate::Kind::arrival, number_of(loop_.plan_.front()->id)};
    return {Candidate::Kind::timer, number_of(sleeper)};
  }

 private:
  static std::uint32_t number_of(TaskId task) { return static_cast<std::uint32_t>(index(task)); }

  const EventLoop& loop_;
  const std::vector<LoopTurn>& timers_;
};

// Whether that for which the timer was set is over.
bool EventLoop::is_void(const LoopTurn& turn) const {
  if (task_of(turn).dealings == nullptr) return false;
  const Dealings& own = *task_of(turn).dealings;
  if (turn.kind == LoopTurn::Kind::expires) return own.is_over;
  if (turn.kind == LoopTurn::Kind::hear) return own.is_called;
  return turn.number != (turn.kind == LoopTurn::Kind::ring ? own.wait : own.step_number) ||
         (turn.kind == LoopTurn::Kind::ring && own.is_called);
}

// Timers that are due at one moment, in the order that is chosen.
void EventLoop::ring_due(Chooser& chooser) {
  std::vector<LoopTurn> left;
  for (const Timers::Timer& timer : due_) {
    if (!is_void(timer.value)) left.push_back(timer.value);
  }
  while (!left.empty()) ring(take_chosen(left, DueTimers(*this, left), chooser));
}

void EventLoop::ring_due() {
  if (is_ordered()) return ring_due_in_order();
  if (Chooser* const chooser = runtime().chooser()) return ring_due(*chooser);
  for (const Timers::Timer& timer : due_) {
    if (!is_void(timer.value)) ring(timer.value);
  }
}

bool EventLoop::give_other_turn(const LoopTurn& turn) {
  TaskRun& task = task_of(turn);
  switch (turn.kind) {
    case LoopTurn::Kind::go_on:
      if (turn.task == TaskId::none) {
        run_main_program();
        return true;
      }
      if (!task.source->to_thread) return is_cut_before_it_begins(task);
      go_on_beside(task);
      return true;
    case LoopTurn::Kind::hear:
      hear_thread(task);
      return true;
    case LoopTurn::Kind::ring:
      if (is_void(turn)) return true;
      if (task.dealings != nullptr) task.dealings->is_called = true;
      push(LoopTurn(turn.task));
      return true;
    case LoopTurn::Kind::expire:
      if (!is_void(turn)) expire(task);
      return true;
    case LoopTurn::Kind::expires:
      if (is_void(turn)) return true;
      begin_at(runtime().now());
      cut_in_time(task);
      task.dealings->has_expired = true;
      return true;
    case LoopTurn::Kind::leave:
      has_left_ = true;
      return true;
    case LoopTurn::Kind::tell:
      break;
  }
  const News news = news_.front();
  news_.pop_front();
  if (news.watcher.kind == Watcher::Kind::group) {
    hear_of(*news.ended);
  } else {
    task.ends().tell(news.watcher, *news.ended, *this);
  }
  return true;
}

// A task that is cancelled before its first turn never begins.
bool EventLoop::is_cut_before_it_begins(TaskRun& task) {
  if (task.resume || task.dealings == nullptr || !task.dealings->must_cancel) return false;
  const TaskId by = task.dealings->cancelled_by;
  is_cancelled(task, by);
  task.state.stage = Stage::ended;
  task.ends().end(task, *this, cancelled_by(by));
  note_end(task);
  return true;
}

void EventLoop::end_routine(TaskRun& task) {
  task.routine = {};
  note_end(task);
}

// On a stop every task that has begun gets a last turn, to end in.
void EventLoop::make_ready_to_end() {
  while (!timers_.empty()) {
    timers_.take_next(due_);
    for (const Timers::Timer& timer : due_) {
      if (timer.value.kind == LoopTurn::Kind::ring && !is_void(timer.value)) push(LoopTurn(timer.value.task));
    }
  }
}

Routine EventLoop::loop() {
  set_worker(co_await ThisWorker{});
  context_.record_created(log(), id());
  co_await give_rounds();
  if (threads_ != nullptr) threads_->close();
  if (has_gil()) runtime().let_go_of_gil(worker());
}

// Whether any turn is there, or will be with the timers that are due: where there is an interpreter's lock, those are
// looked for once the loop has it.
inline bool EventLoop::has_turns() {
  if (has_gil()) {
    if (threads_ != nullptr) take_in();
    return !ready_.empty() || timers_.next() <= runtime().now();
  }
  collect();
  return !ready_.empty();
}

// Gives the next turn; or begins it, where it is one of a task itself, and tells which.
[[gnu::always_inline]] inline TaskRun* EventLoop::next_turn() {
  const LoopTurn turn = ready_.pop();
  if (give_turn(turn)) {
    if (turn.kind != LoopTurn::Kind::ring) follows_turn_ = false;  // what it has recorded lies between
    return nullptr;
  }
  TaskRun& task = task_of(turn);
  begin_at(task.state.due);
  const bool follows = std::exchange(follows_turn_, true);
  if (task.resume) follows ? resumed_at_once(task) : resumed(task);
  return &task;
}

Routine EventLoop::give_rounds() {
  push({});
  for (;;) {
    if (has_gil()) runtime().let_go_of_gil(worker());  // as the wait for what may happen does
    if (runtime().stopping()) break;
    if (stands_still_) {
      co_await Park{runtime(), worker(), kNever};
      continue;
    }
    if (!has_turns() && !stands_still_) {
      if (unfinished_ == 0) co_return;
      if (rounds_left_) co_return let_go();
      if (!held_.empty() && !is_ordered()) {
        release_held();
        continue;
      }
      if (holds_timers()) {
        const Time next = ring_ordered();
        if (ready_.empty()) co_await Park{runtime(), worker(), next};
        continue;
      }
      if (may_be_void_) drop_void_timers();
      co_await Park{runtime(), worker(), timers_.next()};
      continue;
    }
    if (has_gil()) {
      co_await TakeGil{*this};
      collect();
      if (runtime().stopping()) break;
    }
    if (stands_still_) continue;
    follows_turn_ = false;
    for (left_in_round_ = ready_.size(); left_in_round_ > 0 && !stands_still_; --left_in_round_) {
      TaskRun* const task = next_turn();
      if (task == nullptr) continue;
      co_await Turn{*this, *task};
      end_turn(*task);
    }
    if (stands_still_) continue;
    if (std::exchange(has_left_, false)) cancel_all();
    if (rounds_left_ && --*rounds_left_ < 0) co_return let_go();
  }
  make_ready_to_end();
  while (!ready_.empty()) {
    const LoopTurn turn = ready_.pop();
    TaskRun& task = task_of(turn);
    const bool is_turn = turn.kind == LoopTurn::Kind::go_on || (turn.kind == LoopTurn::Kind::ring && !is_void(turn));
    if (!is_turn || !task.resume) continue;
    resumed(task);
    co_await Turn{*this, task};
    end_turn(task);
  }
}

std::unique_ptr<Executor> make_event_loop(RunContext& context, int /*max_workers*/) {
  return std::make_unique<EventLoop>(context);
}

}  // namespace interleave

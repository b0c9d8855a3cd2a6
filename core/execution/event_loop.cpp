#include "core/execution/event_loop.h"

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

void EventLoop::open() {
  const Guard guard(mutex_);
  auto spawned = context_.runtime().spawn(context_.worker_name(id()), loop());
  if (spawned) {
    worker_to_wake_ = spawned.value();
  } else {
    refusal_ = std::move(spawned).error();
  }
}

void EventLoop::submit(std::span<TaskRun* const> tasks, EventLog* log) {
  for (TaskRun* task : tasks) {
    context_.record_submitted(log, *task);
    if (worker_to_wake_ == nullptr) context_.record_refused(log, *task, id(), refusal_);
  }
  if (worker_to_wake_ == nullptr) return;
  const Guard guard(mutex_);
  posted_.insert(posted_.end(), tasks.begin(), tasks.end());
  news_.store(true, std::memory_order_release);
  context_.runtime().unpark(*worker_to_wake_);
}

void EventLoop::close() {
  const Guard guard(mutex_);
  close_posted_ = true;
  news_.store(true, std::memory_order_release);
  if (worker_to_wake_ != nullptr) context_.runtime().unpark(*worker_to_wake_);
}

void EventLoop::suspend(TaskRun& task, std::coroutine_handle<> self) {
  task.resume = self;
  // As asyncio does: a sleep of no time yields to the loop once, without a timer.
  if (task.state.due == logical_time()) {
    ready_.push(task);
  } else {
    timers_.add(task.state.due, &task);
  }
  worker().next = loop_;
}

void EventLoop::take_news() {
  const Guard guard(mutex_);
  news_.store(false, std::memory_order_relaxed);
  arrivals_.insert(arrivals_.end(), posted_.begin(), posted_.end());
  unfinished_ += posted_.size();
  posted_ = {};
  closed_ = close_posted_;
}

void EventLoop::arrive(TaskRun& task) {
  task.arrives = true;
  ready_.push(task);
}

class EventLoop::DueTasks final : public Candidates {
 public:
  explicit DueTasks(const std::vector<TaskRun*>& tasks) : tasks_(tasks) {}
  std::size_t size() const override { return tasks_.size(); }
  Candidate operator[](std::size_t position) const override {
    return {Candidate::Kind::timer, static_cast<std::uint32_t>(index(tasks_[position]->id))};
  }

 private:
  const std::vector<TaskRun*>& tasks_;
};

// Timers that are due at one moment, in the order that is chosen.
void EventLoop::ring_due(Chooser& chooser) {
  std::vector<TaskRun*> left;
  for (const Timers::Timer& timer : due_) left.push_back(timer.value);
  while (!left.empty()) {
    const auto chosen = left.begin() + static_cast<std::ptrdiff_t>(chooser.choose(DueTasks(left)));
    arrive(**chosen);
    left.erase(chosen);
  }
}

void EventLoop::ring_due() {
  if (Chooser* const chooser = runtime().chooser()) return ring_due(*chooser);
  for (const Timers::Timer& timer : due_) arrive(*timer.value);
}

void EventLoop::add_due_timers(Time now) {
  const auto arrive_until = [this](Time moment) {
    for (; !arrivals_.empty() && arrivals_.front()->state.due <= moment; arrivals_.pop_front()) {
      arrive(*arrivals_.front());
    }
  };
  while (timers_.next() <= now) {
    arrive_until(timers_.next());
    timers_.take_next(due_);
    ring_due();
  }
  arrive_until(kNever);
}

// Looks for what became ready meanwhile: tasks submitted and timers due, by time, submissions first.
void EventLoop::collect() {
  if (news_.load(std::memory_order_acquire)) take_news();
  if (timers_.empty() && arrivals_.empty()) return;
  const Time now = runtime().now();
  if (timers_.next() <= now || !arrivals_.empty()) add_due_timers(now);
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
  for (;;) {
    collect();
    if (runtime().stopping()) break;
    if (ready_.empty()) {
      if (closed_ && unfinished_ == 0) co_return;
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

#pragma once

#include <coroutine>
#include <cstddef>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/execution/executor.h"
#include "core/execution/host.h"
#include "core/execution/loop_inbox.h"
#include "core/execution/ready_queue.h"
#include "core/execution/run_context.h"
#include "core/execution/thread_pool.h"
#include "core/runtime/timer_queue.h"

namespace interleave {

// All tasks as coroutines on one worker: a ready queue, timers, and a loop that gives one ready task after the other a
// turn, which ends only when the task awaits a sleep or ends. What a task computes or blocks on, it does to the whole
// loop. The main program is one of the coroutines: what is due while the loop is held is submitted afterwards.
//
// The order of turns is that of CPython's asyncio: a round gives everyone that was ready at its beginning one turn;
// then the loop looks for timers that are due; and a timer takes a place in the queue of its own, from which it makes
// its task ready, so that a task that slept comes one round after the timer. A task that is submitted goes to the end
// of the queue, so that it begins one round after the main program's turn.
//
// A task may have its steps done by a thread of a pool beside the loop, as asyncio.to_thread does. Its turns are two:
// one in which the pool gets it, and one in which it ends, a round after the loop has been told that its steps have.
//
// After take_plan() everything belongs to the loop's worker, but for what the pool's workers hand over.
class EventLoop final : public Executor, Host, EndTaker {
 public:
  explicit EventLoop(RunContext& context)
      : Host(context.runtime(), worker_id(0), context.new_log(), Sleepers::free_worker),
        context_(context),
        order_(context.order()),
        inbox_(context.runtime()) {}

  // False where the system refused the thread.
  bool take_plan(std::span<TaskRun* const> plan) override;
  // Without a thread to run them on.
  void submit(std::span<TaskRun* const> tasks, EventLog* log) override;
  void start(TaskRun& task, EventLog* log) override;

 private:
  using Timers = TimerQueue<LoopTurn>;

  // That a task has ended, and who watches for that.
  struct News {
    Watcher watcher;
    TaskRun* ended;
  };

  struct Turn;
  struct TakeGil;
  class DueTimers;

  void suspend(TaskRun& task, std::coroutine_handle<> self) override;
  void call(TaskRun& task) override;
  void tell_later(const Watcher& watcher, TaskRun& ended) override;
  void set_deadline(TaskRun& task) override;
  void drop_deadline() override { may_be_void_ = true; }
  void set_timeout(TaskRun& task) override;
  bool cancel(TaskRun& task, TaskId by) override;
  void take_end(TaskRun& task, Host& host, Unwinding why) override;

  Routine loop();
  Routine give_rounds();
  void describe(std::vector<std::int64_t>& numbers) const override;
  bool is_ordered() const { return order_ != nullptr && order_->orders(); }
  bool holds_timers() const { return order_ != nullptr && order_->prolongs_waits(); }
  void add_timer(Time deadline, const LoopTurn& turn) {
    holds_timers() ? held_.push_back({deadline, turn}) : timers_.add(deadline, turn);
  }
  TaskRun& task_of(const LoopTurn& turn) {
    return turn.task == TaskId::none ? main_program_ : tasks_[index(turn.task)];
  }
  const TaskRun& task_of(const LoopTurn& turn) const {
    return turn.task == TaskId::none ? main_program_ : tasks_[index(turn.task)];
  }
  void ring_when_due(TaskRun& task, std::uint32_t wait) {
    add_timer(task.state.due, {task.id, LoopTurn::Kind::ring, wait});
  }
  Token token_of(const LoopTurn& turn) const;
  void note(const LoopTurn& turn);
  void ring(const LoopTurn& turn) {
    if (order_ != nullptr) note(turn);
    push(turn);
  }
  Timers::Timer* next_of(std::vector<Timers::Timer>& timers);
  LoopTurn take(std::vector<Timers::Timer>& timers, Timers::Timer& next);
  Time ring_ordered();
  void ring_due_in_order();
  bool comes_late_at_once();
  void describe_time(std::vector<std::int64_t>& numbers) const;
  bool means_something(const LoopTurn& turn) const;
  static bool means_something(const News& news);
  void drop_void();
  void drop_void_timers() {  // nobody waits for those
    timers_.drop_first_if([this](const LoopTurn& turn) { return is_void(turn); });
  }
  void release_held();
  // What other workers have handed over came before. Inline, as a turn is written to its place while it is made.
  [[gnu::always_inline]] void push(const LoopTurn& turn) {
    if (threads_ != nullptr) take_in();
    ready_.push(turn);
  }
  [[gnu::noinline]] void take_in();
  bool has_turns();
  void sleep(TaskRun& task);
  bool cut_wait(TaskRun& task);
  bool cut_awaited(TaskRun& task, const AwaitedTasks& tasks);
  void expire(TaskRun& task);
  void cut_in_time(TaskRun& task);
  void ring_at(Time deadline, const LoopTurn& turn);
  // Looks for the timers that became due meanwhile.
  void collect() {
    if (threads_ != nullptr) take_in();
    if (!timers_.empty()) collect(runtime().now());
  }
  void collect(Time now) {
    while (timers_.next() <= now && !stands_still_) {
      timers_.take_next(due_);
      ring_due();
    }
  }
  void ring_due();
  void ring_due(Chooser& chooser);
  bool is_void(const LoopTurn& turn) const;
  // What is done in the turn, but for one of a task itself. Whether it was such a one. Mostly it is one of a task that
  // has to do with no other, or of the timer of such a task.
  bool give_turn(const LoopTurn& turn) {
    if (turn.task == TaskId::none || tasks_[index(turn.task)].dealings != nullptr) return give_other_turn(turn);
    if (turn.kind == LoopTurn::Kind::ring) push(LoopTurn(turn.task));
    return turn.kind == LoopTurn::Kind::ring;
  }
  TaskRun* next_turn();
  bool give_other_turn(const LoopTurn& turn);
  bool is_cut_before_it_begins(TaskRun& task);
  void run_main_program();
  void submit_next();
  void await_rest();
  void await_group();
  void hear_of(const TaskRun& ended);
  void wake_main_program();
  void leave();
  void cancel_all();
  void note_end(const TaskRun& task);
  void let_go();
  void make_ready_to_end();
  void end_turn(TaskRun& task) {
    if (task.state.stage == Stage::ended) end_routine(task);
  }
  void end_routine(TaskRun& task);
  void go_on_beside(TaskRun& task);
  void hand_to_thread(TaskRun& task);
  void hear_thread(TaskRun& task);
  bool cut_wait_for_thread(TaskRun& task);
  void end_beside(TaskRun& task);
  bool parts_with_thread(TaskRun& task, const Unwinding& why);

  RunContext& context_;
  StepOrder* const order_;
  std::string refusal_;

  ReadyQueue ready_;
  std::deque<News> news_;  // of which tasks are told, in the order of those turns
  Timers timers_;
  std::vector<Timers::Timer> held_;  // in their place where it is ordered which wait ends next, however late
  std::vector<Timers::Timer> due_;
  std::span<TaskRun> tasks_;          // by id
  TaskRun main_program_;              // no task: its place among them, and when it is due
  Dealings main_dealings_;            // where it goes by the ends of tasks
  const TaskRun* awaited_ = nullptr;  // one by one: the task that it submitted last
  std::vector<TaskRun*> submitted_;   // where it goes by their ends
  std::size_t in_group_ = 0;          // of them, those that it has not been told of
  bool is_aborted_ = false;           // a task of the group has failed
  bool awaits_rest_ = false;          // it has submitted all
  bool has_left_ = false;             // in this round
  bool follows_turn_ = false;         // the next turn of a task begins where the one before it ended
  std::size_t left_behind_ = 0;       // tasks that are to end before the loop does, once it has left
  std::optional<int> rounds_left_;    // of the loop, when those have
  std::span<TaskRun* const> plan_;    // what it has not submitted
  Time arrival_{};                    // at its next turn it submits what is due then
  std::size_t unfinished_ = 0;        // tasks that are to come, or are there
  int cancel_depth_ = 0;              // tasks whose cancellation goes on to those that they await
  bool may_be_void_ = false;          // some timers may be, from here on
  std::size_t left_in_round_ = 0;     // turns
  bool stands_still_ = false;         // for ever: it is not ordered which of the waits that are over ends next
  std::coroutine_handle<> loop_;
  LoopInbox inbox_;
  std::vector<TaskRun*> handed_over_;
  std::unique_ptr<ThreadPool> threads_;  // beside the loop, once a task needs one
};

}  // namespace interleave

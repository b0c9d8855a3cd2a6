#pragma once

#include <atomic>
#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "core/execution/executor.h"
#include "core/execution/host.h"
#include "core/execution/ready_queue.h"
#include "core/execution/run_context.h"
#include "core/runtime/guard.h"
#include "core/runtime/timer_queue.h"

namespace interleave {

// All tasks as coroutines on one worker: a ready queue, timers, and a loop that gives one ready task after the other a
// turn, which ends only when the task awaits a sleep or ends. What a task computes or blocks on, it does to the whole
// loop.
//
// The order of turns is that of CPython's asyncio: a round gives everyone that was ready at its beginning one turn;
// then the loop looks for timers that are due; and a timer takes a place in the queue of its own, from which it makes
// its task ready, so that a task that slept comes one round after the timer.
class EventLoop final : public Executor, Host {
 public:
  explicit EventLoop(RunContext& context)
      : Host(context.runtime(), worker_id(0), context.new_log()), context_(context), mutex_(context.runtime()) {}

  void open() override;
  void submit(std::span<TaskRun* const> tasks, EventLog* log) override;
  void close() override;

 private:
  using Timers = TimerQueue<TaskRun*>;

  struct Turn;
  class DueTasks;

  bool frees_worker() const override { return true; }
  void suspend(TaskRun& task, std::coroutine_handle<> self) override;

  Routine loop();
  void collect();
  void take_news();
  void arrive(TaskRun& task);
  void add_due_timers(Time now);
  void ring_due();
  void ring_due(Chooser& chooser);
  void make_ready_to_end();
  void end_turn(TaskRun& task);

  RunContext& context_;

  // The loop's own.
  ReadyQueue ready_;
  Timers timers_;
  std::vector<Timers::Timer> due_;
  std::deque<TaskRun*> arrivals_;
  std::size_t unfinished_ = 0;
  bool closed_ = false;
  std::coroutine_handle<> loop_;

  GuardMutex mutex_;  // of what follows
  std::vector<TaskRun*> posted_;
  bool close_posted_ = false;
  Worker* worker_to_wake_ = nullptr;  // null where the system refused the thread
  std::string refusal_;
  // Whether the guarded part is worth a look. Release after changing it, acquire before looking.
  std::atomic<bool> news_ = false;
};

}  // namespace interleave

#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <queue>
#include <string>
#include <vector>

#include "core/execution/executor.h"
#include "core/execution/host.h"
#include "core/execution/run_context.h"
#include "core/runtime/guard.h"
#include "core/runtime/routine.h"

namespace interleave {

// Is told of the ends of tasks by the worker that each was on, and makes what comes of that. Any worker.
class EndTaker {
 public:
  virtual void take_end(TaskRun& task, Host& host, Unwinding why) = 0;

 protected:
  ~EndTaker() = default;
};

// At most max_workers workers share one queue, first in, first out. A worker is created when a job comes, none is
// unoccupied and the limit is not reached; a job goes to the lowest-numbered unoccupied one. When the limit falls,
// unoccupied workers leave at once, the highest-numbered first, then whoever finishes a job.
class ThreadPool final : public Executor {
 public:
  ThreadPool(RunContext& context, int max_workers);
  // One beside another worker of the run, whose jobs' ends are that one's to make; its own workers are numbered from
  // `first_worker` on.
  ThreadPool(RunContext& context, int max_workers, WorkerId first_worker, EndTaker& taker);
  ~ThreadPool() override;

  void submit(std::span<TaskRun* const> tasks, EventLog* log) override;
  bool withdraw(TaskRun& task) override;
  void close() override;
  void set_max_workers(int max_workers, EventLog* log) override;

  // Takes a task whose submission is on record already. Why it cannot run, or nothing. Any worker.
  std::string take(TaskRun& task);

 private:
  struct PoolWorker;
  // What a worker does next: a job, or to leave, or neither for now.
  struct Next {
    TaskRun* job = nullptr;
    bool leave = false;
  };

  Routine work(PoolWorker& self);
  std::string place(TaskRun& job);
  std::string create_worker(TaskRun& job);
  void end_job();
  void dismiss_unoccupied();
  Next next(PoolWorker& self);

  RunContext& context_;
  const std::size_t first_worker_ = 0;
  EndTaker* const taker_ = nullptr;

  GuardMutex mutex_;  // of what follows
  std::size_t max_workers_;
  std::size_t working_ = 0;  // workers that have not left
  std::size_t jobs_ = 0;     // that were submitted and have not ended: any of them may submit others
  bool closed_ = false;
  std::deque<TaskRun*> queue_;
  std::vector<std::unique_ptr<PoolWorker>> workers_;  // all that ever were, by number
  std::unique_ptr<PoolWorker> next_;  // made for a thread that the system refused: kept for the next one
  // The numbers of the unoccupied ones, lowest first.
  std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> unoccupied_;
};

}  // namespace interleave

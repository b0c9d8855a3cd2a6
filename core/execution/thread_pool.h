#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <queue>
#include <vector>

#include "core/execution/executor.h"
#include "core/execution/host.h"
#include "core/execution/run_context.h"
#include "core/runtime/guard.h"

namespace interleave {

// At most max_workers workers share one queue, first in, first out. A worker is created when a job comes, none is
// unoccupied and the limit is not reached; a job goes to the lowest-numbered unoccupied one. When the limit falls,
// unoccupied workers leave at once, the highest-numbered first, then whoever finishes a job.
class ThreadPool final : public Executor {
 public:
  ThreadPool(RunContext& context, int max_workers);
  ~ThreadPool() override;

  void submit(std::span<TaskRun* const> tasks, EventLog* log) override;
  void close() override;
  void set_max_workers(int max_workers, EventLog* log) override;

 private:
  struct PoolWorker;
  // What a worker does next: a job, or to leave, or neither for now.
  struct Next {
    TaskRun* job = nullptr;
    bool leave = false;
  };

  Routine work(PoolWorker& self);
  void place(TaskRun& job, EventLog* log);
  void create_worker(TaskRun& job, EventLog* log);
  Next next(PoolWorker& self);

  RunContext& context_;

  GuardMutex mutex_;  // of what follows
  std::size_t max_workers_;
  std::size_t working_ = 0;  // workers that have not left
  bool closed_ = false;
  std::deque<TaskRun*> queue_;
  std::vector<std::unique_ptr<PoolWorker>> workers_;  // all that ever were, by number
  std::unique_ptr<PoolWorker> next_;  // made for a thread that the system refused: kept for the next one
  // The numbers of the unoccupied ones, lowest first.
  std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> unoccupied_;
};

}  // namespace interleave

#pragma once

#include <cstddef>
#include <memory>

#include "core/execution/worker_pool.h"

namespace interleave {

// Is told of the ends of tasks by the worker that each was on, and makes what comes of that. Any worker.
class EndTaker {
 public:
  virtual void take_end(TaskRun& task, Host& host, Unwinding why) = 0;

 protected:
  ~EndTaker() = default;
};

// A pool of threads, which share one memory.
class ThreadPool final : public WorkerPool {
 public:
  ThreadPool(RunContext& context, int max_workers) : WorkerPool(context, max_workers) {}
  // One beside another worker of the run, whose jobs' ends are that one's to make; its own workers are numbered from
  // `first_worker` on.
  ThreadPool(RunContext& context, int max_workers, WorkerId first_worker, EndTaker& taker)
      : WorkerPool(context, max_workers, first_worker), taker_(&taker) {}

 private:
  std::unique_ptr<Member> make_member(std::size_t number) override;

  EndTaker* const taker_ = nullptr;
};

}  // namespace interleave

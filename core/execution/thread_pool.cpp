#include <memory>

#include "core/execution/make_executor.h"
#include "core/execution/task_body.h"
#include "core/execution/worker_pool.h"

namespace interleave {
namespace {

// Its workers are threads, which share one memory.
class ThreadPool final : public WorkerPool {
 public:
  using WorkerPool::WorkerPool;

 private:
  struct Thread final : Member {
    Thread(RunContext& context, std::size_t number_, EventLog* log_) : Member(context, number_, log_, log_) {}

    Routine get_ready() override { co_return; }
    Routine run(TaskRun& task) override { return run_task(task, host); }
  };

  std::unique_ptr<Member> make_member(std::size_t number) override {
    return std::make_unique<Thread>(context(), number, context().new_log());
  }
};

}  // namespace

std::unique_ptr<Executor> make_thread_pool(RunContext& context, int max_workers) {
  return std::make_unique<ThreadPool>(context, max_workers);
}

}  // namespace interleave

#include "core/execution/thread_pool.h"

#include <utility>

#include "core/execution/make_executor.h"
#include "core/execution/task_body.h"

namespace interleave {
namespace {

class PoolHost final : public Host {
 public:
  PoolHost(Runtime& runtime, WorkerId id, EventLog* log, EndTaker* taker) : Host(runtime, id, log), taker_(taker) {}

 private:
  bool hands_over_end(TaskRun& task, Unwinding& why) override {
    if (taker_ == nullptr) return false;
    advance_to(logical_time());  // the next job begins here, whenever the end of this one is made
    taker_->take_end(task, *this, std::move(why));
    return true;
  }

  EndTaker* taker_;
};

}  // namespace

std::unique_ptr<WorkerPool::Member> ThreadPool::make_member(std::size_t number) {
  struct Thread final : Member {
    using Member::Member;
    Routine get_ready() override { co_return; }
    Routine run(TaskRun& task) override { return run_task(task, host); }
  };
  EventLog* const log = context().new_log();
  return std::make_unique<Thread>(std::make_unique<PoolHost>(context().runtime(), id_of(number), log, taker_), log,
                                  number);
}

std::unique_ptr<Executor> make_thread_pool(RunContext& context, int max_workers) {
  return std::make_unique<ThreadPool>(context, max_workers);
}

}  // namespace interleave

#include <memory>

#include "core/execution/make_executor.h"
#include "core/execution/shared_state.h"
#include "core/execution/task_body.h"
#include "core/execution/worker_pool.h"

namespace interleave {
namespace {

// Its workers are processes: each takes its time to start, and has variables and locks of its own from then on, which
// its tasks find as the ones before have left them. One task at a time is in it, so that nothing in it competes for the
// interpreter's lock.
class Processes final : public WorkerPool {
 public:
  using WorkerPool::WorkerPool;

 private:
  struct Process final : Member {
    Process(RunContext& context, std::size_t number_, EventLog* log_)
        : Member(context, number_, log_, log_),
          start(context.program().scenario().machine.process_start),
          shared(context.program().objects().all(), context.dealings_mutex()) {
      host.set_first_object(number_ * context.program().objects().all().size());
    }

    Routine get_ready() override {
      const Runtime& runtime = host.runtime();
      const Time ready = runtime.now() + start;
      while (runtime.now() < ready && !runtime.stopping()) co_await Park{host.runtime(), host.worker(), ready};
      host.advance_to(ready);
    }
    Routine run(TaskRun& task) override {
      task.shared = &shared;
      return run_task(task, host);
    }

    const Duration start;
    SharedState shared;
  };

  std::unique_ptr<Member> make_member(std::size_t number) override {
    return std::make_unique<Process>(context(), number, context().new_log());
  }
};

}  // namespace

std::unique_ptr<Executor> make_processes(RunContext& context, int max_workers) {
  return std::make_unique<Processes>(context, max_workers);
}

}  // namespace interleave

#include "core/execution/make_executor.h"

#include "core/execution/event_loop.h"
#include "core/execution/sequential.h"
#include "core/execution/thread_per_task.h"
#include "core/execution/thread_pool.h"

namespace interleave {

std::unique_ptr<Executor> make_executor(Mode mode, RunContext& context, int max_workers) {
  switch (mode) {
    case Mode::sequential:
      return std::make_unique<Sequential>(context);
    case Mode::coroutine:
      return std::make_unique<EventLoop>(context);
    case Mode::threads:
      return std::make_unique<ThreadPerTask>(context);
    case Mode::pool:
      break;
  }
  return std::make_unique<ThreadPool>(context, max_workers);
}

}  // namespace interleave

#pragma once

#include <array>
#include <memory>

#include "core/base/mode.h"
#include "core/execution/executor.h"
#include "core/execution/run_context.h"

namespace interleave {

// What executes a mode; each in a file of its own.
std::unique_ptr<Executor> make_sequential(RunContext& context, int max_workers);
std::unique_ptr<Executor> make_event_loop(RunContext& context, int max_workers);
std::unique_ptr<Executor> make_thread_per_task(RunContext& context, int max_workers);
std::unique_ptr<Executor> make_thread_pool(RunContext& context, int max_workers);
std::unique_ptr<Executor> make_processes(RunContext& context, int max_workers);

struct ExecutorOfMode {
  Mode mode;
  std::unique_ptr<Executor> (*make)(RunContext& context, int max_workers);
};

// The table of modes.
inline constexpr std::array kExecutors = {
    ExecutorOfMode{Mode::sequential, make_sequential},   ExecutorOfMode{Mode::coroutine, make_event_loop},
    ExecutorOfMode{Mode::threads, make_thread_per_task}, ExecutorOfMode{Mode::pool, make_thread_pool},
    ExecutorOfMode{Mode::processes, make_processes},
};
static_assert(is_table_of_modes(kExecutors));

inline std::unique_ptr<Executor> make_executor(Mode mode, RunContext& context, int max_workers) {
  return kExecutors[index(mode)].make(context, max_workers);
}

}  // namespace interleave

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "core/execution/executor.h"
#include "core/execution/host.h"
#include "core/execution/run_context.h"

namespace interleave {

// A thread of its own for every task, from its submission on.
class ThreadPerTask final : public Executor {
 public:
  explicit ThreadPerTask(RunContext& context) : context_(context) {}

  void submit(std::span<TaskRun* const> tasks, EventLog* log) override;

 private:
  Routine work(TaskRun& task, Host& host);

  RunContext& context_;
  std::vector<std::unique_ptr<Host>> hosts_;
  std::unique_ptr<Host> next_;  // made for a thread that the system refused: kept for the next one
};

}  // namespace interleave

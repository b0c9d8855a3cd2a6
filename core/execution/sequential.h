#pragma once

#include <deque>
#include <memory>
#include <string>

#include "core/execution/executor.h"
#include "core/execution/host.h"
#include "core/execution/run_context.h"
#include "core/runtime/guard.h"

namespace interleave {

// One task after another, in order of submission, on the main thread.
class Sequential final : public Executor {
 public:
  explicit Sequential(RunContext& context) : context_(context), mutex_(context.runtime()) {}

  void open() override;
  void submit(std::span<TaskRun* const> tasks, EventLog* log) override;
  void close() override;

 private:
  Routine work();
  TaskRun* take();

  RunContext& context_;
  std::unique_ptr<Host> host_;

  GuardMutex mutex_;  // of what follows
  std::deque<TaskRun*> jobs_;
  Worker* worker_ = nullptr;  // null where the system refused the thread
  std::string refusal_;
  bool closed_ = false;
};

}  // namespace interleave

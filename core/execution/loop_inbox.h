#pragma once

#include <utility>
#include <vector>

#include "core/runtime/guard.h"

namespace interleave {

struct TaskRun;

// What other workers hand to an event loop: tasks whose steps have ended on them, in that order. Any worker.
class LoopInbox {
 public:
  explicit LoopInbox(const Runtime& runtime) : mutex_(runtime) {}

  // And wakes the loop.
  void put(TaskRun& task, Worker& loop, Runtime& runtime) {
    const Guard guard(mutex_);
    tasks_.push_back(&task);
    runtime.unpark(loop);
  }

  // All that is there; `taken` is what is left of an earlier call.
  void take(std::vector<TaskRun*>& taken) {
    taken.clear();
    const Guard guard(mutex_);
    tasks_.swap(taken);
  }

 private:
  GuardMutex mutex_;
  std::vector<TaskRun*> tasks_;
};

}  // namespace interleave

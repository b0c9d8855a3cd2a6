#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "core/execution/host.h"
#include "core/execution/unwinding.h"
#include "core/runtime/runtime.h"

namespace interleave {

// A runtime in which time goes by when somebody says so, if ever, and nobody has to wait for a worker: steps are taken
// in whatever order.
class StillRuntime final : public Runtime {
 public:
  void set_now(Time now) { now_ = now; }
  Time now() const override { return now_; }
  std::int64_t stamp() const override { return 0; }
  bool is_threaded() const override { return false; }
  std::unique_ptr<Mutex> make_mutex() const override { return nullptr; }
  Result<Worker*, std::string> spawn(const std::string& /*name*/, Routine /*body*/) override {
    return std::string("nobody is spawned here");
  }
  bool park(Worker& /*worker*/, Time /*deadline*/, std::coroutine_handle<> /*self*/) override { return false; }
  void unpark(Worker& /*worker*/) override {}
  bool compute(Worker& /*worker*/, Duration /*cpu_time*/, CoreObserver& /*observer*/,
               std::coroutine_handle<> /*self*/) override {
    return false;
  }

 private:
  Time now_{};
};

// What the steps that it runs lead to besides what tasks and shared things become.
class StepWitness {
 public:
  virtual void has_printed(const TaskRun& task, const Operation& print) = 0;
  virtual void has_marked(StaleWrite mark) = 0;
  virtual void has_taken_failure(TaskId failed) = 0;
  // Whether the task stays before its end for now.
  virtual bool holds_end(TaskRun& task, Unwinding& why) = 0;

 protected:
  ~StepWitness() = default;
};

// Whoever takes a step is on it; nothing is recorded.
class ExploredHost final : public Host {
 public:
  ExploredHost(Runtime& runtime, StepWitness& witness) : Host(runtime, worker_id(0), nullptr), witness_(witness) {}

  void printed(const TaskRun& task, const Operation& print) override { witness_.has_printed(task, print); }
  void marked(const TaskRun& /*task*/, StepId /*step*/, ObjectId /*read*/, StaleWrite mark,
              MarkedWrite /*accesses*/) override {
    witness_.has_marked(mark);
  }
  void failure_taken(TaskId failed, TaskId /*by*/) override { witness_.has_taken_failure(failed); }
  bool hands_over_end(TaskRun& task, Unwinding& why) override { return witness_.holds_end(task, why); }

 private:
  StepWitness& witness_;
};

}  // namespace interleave

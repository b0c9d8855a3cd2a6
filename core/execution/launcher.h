#pragma once

#include "core/base/mode.h"
#include "core/base/time.h"
#include "core/record/event.h"
#include "core/runtime/guard.h"
#include "core/runtime/runtime.h"
#include "core/scenario/main_policy.h"

namespace interleave {

// How the main program of a run submits its tasks, and what it hears of their ends. Only where some task has dealings
// with others, or the main program has, is it told of ends at all. Any worker, but for what is said otherwise.
class Launcher {
 public:
  Launcher(const MainPolicy& policy, Mode mode, Runtime& runtime)
      : policy_(policy), mode_(mode), runtime_(runtime), mutex_(runtime) {}

  const MainPolicy& policy() const { return policy_; }
  bool is_one_by_one() const { return policy_.launch == Launch::one_by_one; }
  // Whether those that wait to begin, or on a loop all others, are cancelled with the first failure.
  bool cancels_rest() const { return policy_.on_error == OnError::cancel && mode_ != Mode::sequential; }
  // Whether a failure of a task that the main program submitted is the last thing that it hears of.
  bool stops_at_failure() const;

  // The main program, where it is a worker, is to be told of what follows. Main program only, once, first.
  void begin(Worker& main);
  // Whether it has nobody to wait for first. One by one that is the task that it submitted last.
  bool may_submit();
  bool is_stopped();
  void submitted();
  // Of those tasks whose end it has heard of.
  Time latest_end();

  // A task that the main program submitted has ended.
  void ended(Time at, Outcome outcome);
  // It submits nothing more.
  void stop();

  // What it has heard so far, as plain data: put back, it goes on from there. Main program only.
  struct Heard {
    bool awaits = false;
    bool is_stopped = false;
  };
  Heard heard() const { return {awaits_, is_stopped_}; }
  void put_back(Heard heard);

 private:
  MainPolicy policy_;
  Mode mode_;
  Runtime& runtime_;
  GuardMutex mutex_;  // of what follows
  Worker* main_ = nullptr;
  bool awaits_ = false;
  bool is_stopped_ = false;
  Time latest_end_{};
};

}  // namespace interleave

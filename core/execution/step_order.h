#pragma once

#include <utility>
#include <vector>

#include "core/execution/counted_steps.h"
#include "core/execution/unwinding.h"
#include "core/record/schedule.h"

namespace interleave {

class Host;
struct TaskRun;

// The order of the steps that count in one virtual run: what it was so far, and what it is to be where the run has a
// schedule. One thread.
class StepOrder {
 public:
  struct Settings {
    Schedule schedule = {};
    bool with_lines = false;    // the order of output counts too
    bool stays_closed = false;  // nobody goes on behind the schedule's end
    Timing timing = Timing::any;
  };

  // The program outlives it.
  StepOrder(const Program& program, Mode mode, Settings settings);
  virtual ~StepOrder() = default;
  StepOrder(const StepOrder&) = delete;
  StepOrder& operator=(const StepOrder&) = delete;

  const CountedSteps& counted() const { return counted_; }
  // Whether the next step is not free.
  bool orders() const { return orders_; }
  // The step of the schedule that is next; null behind its end.
  const Token* next() const { return next_ < settings_.schedule.size() ? &settings_.schedule[next_] : nullptr; }
  Timing timing() const { return settings_.timing; }
  // Whether no step of the schedule may be late.
  bool is_exact() const { return timing() == Timing::exact; }
  // Whether a wait lasts until it is its turn to end, however long that takes.
  bool prolongs_waits() const { return orders() && !is_exact(); }
  const Schedule& schedule() const { return settings_.schedule; }
  // The steps taken so far.
  const Schedule& taken() const { return taken_; }
  void took(const Token& token);
  // The same of a step as it is, where steps count at all.
  void took_step(TaskId task);

  // On an event loop, which says so: the waits that may end next.
  void set_pending(std::vector<Token> waits) { pending_ = std::move(waits); }

  // Whether the task's end, for that reason, is still to come: then it stands before it.
  virtual bool holds_end(TaskRun& /*task*/, Host& /*host*/, Unwinding& /*why*/) { return false; }
  // A task has ended, of which that is no step that counts.
  virtual void note_end() {}

 protected:
  const std::vector<Token>& pending() const { return pending_; }

 private:
  // A step has been taken.
  virtual void note_step() {}
  void look_ahead() { orders_ = settings_.stays_closed || next_ < settings_.schedule.size(); }

  CountedSteps counted_;
  Settings settings_;
  std::size_t next_ = 0;
  bool orders_ = false;
  Schedule taken_;
  std::vector<Token> pending_;
};

}  // namespace interleave

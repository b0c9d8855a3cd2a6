#include <fmt/format.h>

#include "tests/run/run_problems.h"
#include "tests/support/run_text.h"

namespace interleave::testing {
namespace {

// Follows one task through its spans.
class Walk {
 public:
  Walk(const Timeline& run, std::size_t task, bool with_lock)
      : track_(run.tasks()[task]), mode_(run.info().mode.value()), with_lock_(with_lock) {
    for (const OutputLine& line : run.output()) {
      if (index(line.task) == task) lines_.push_back(&line);
    }
  }

  std::string problem_with(const PlannedTask& planned) {
    now_ = Time(planned.after);
    if (track_.outcome != Outcome::finished) return "has not finished";
    if (track_.submitted != now_) return "was not submitted at its time";
    skip_first_wait();
    if (track_.started != now_) return "did not start at the end of its first wait";
    for (const PlannedStep& step : planned.steps) {
      if (!take(step)) return fmt::format("at {}: not what its next step asks for", seconds(now_));
    }
    if (next_ != track_.spans.size()) return "goes on after its last step";
    if (line_ != lines_.size()) return "prints more than its steps";
    if (track_.finished != now_) return "did not finish with its last step";
    return "";
  }

 private:
  bool take(const PlannedStep& step) {
    if (step.verb == Verb::print) return take_line(step.line);
    if (step.verb == Verb::compute) return take_computation(step.length);
    const bool free = step.verb == Verb::sleep && mode_ == Mode::coroutine;
    if (step.length > Duration(0) && !take_wait(step.length, free)) return false;
    if (free && !prints_during_next()) take_optional(State::ready, Cause::loop, WorkerId::none);
    if (!free && !prints_during_next()) take_wait_for_lock(step.length);
    return true;
  }

  // Then the next span belongs to a later yield: this one came back at once.
  bool prints_during_next() const {
    return line_ < lines_.size() && next_ < track_.spans.size() && lines_[line_]->time < track_.spans[next_].end;
  }

  bool take_line(const std::string& text) {
    if (line_ == lines_.size()) return false;
    const OutputLine& line = *lines_[line_++];
    return line.text == text && line.time == now_;
  }

  bool take_wait(Duration length, bool free) {
    if (!begins_here()) return false;
    const Span& span = track_.spans[next_++];
    now_ = span.end;
    return span.state == State::waiting && span.cause == Cause::sleep && span.end - span.begin == length &&
           span.worker == (free ? WorkerId::none : worker(span)) && span.step != StepId::none;
  }

  bool take_computation(Duration length) {
    Duration left = length;
    while (left > Duration(0)) {
      if (begins_here()) {
        take_optional(State::ready, with_lock_ ? Cause::gil : Cause::core, worker(track_.spans[next_]));
      }
      if (!begins_here()) return false;
      const Span& span = track_.spans[next_++];
      if (span.state != State::running || span.worker != worker(span)) return false;
      // Unbroken slices are one span.
      if (left < length && track_.spans[next_ - 2].state == State::running) return false;
      left -= span.end - span.begin;
      now_ = span.end;
    }
    return left == Duration(0);
  }

  // Behind a wait, and in the same step as that.
  void take_wait_for_lock(Duration waited) {
    if (!with_lock_ || !begins_here()) return;
    const Span& span = track_.spans[next_];
    if (waited > Duration(0) && span.step != track_.spans[next_ - 1].step) return;
    take_optional(State::ready, Cause::gil, worker(span));
  }

  void take_optional(State state, Cause cause, WorkerId on) {
    if (!begins_here()) return;
    const Span& span = track_.spans[next_];
    if (span.state != state || span.cause != cause || span.worker != on || span.step == StepId::none) return;
    now_ = span.end;
    ++next_;
  }

  // A wait for the first turn: only where tasks have to share a worker, or an interpreter's lock.
  void skip_first_wait() {
    if (mode_ != Mode::threads) skip_first_wait_for_worker();
    if (!with_lock_ || !begins_here()) return;
    const Span& span = track_.spans[next_];
    if (span.step != StepId::none || span.cause != Cause::gil || span.worker != worker(span)) return;
    now_ = span.end;
    ++next_;
  }

  void skip_first_wait_for_worker() {
    if (!begins_here() || track_.spans[0].step != StepId::none) return;
    const Span& span = track_.spans[0];
    const bool fits = mode_ == Mode::coroutine ? span.state == State::ready && span.cause == Cause::loop
                                               : span.state == State::queued && span.cause == Cause::none;
    if (!fits || span.worker != WorkerId::none) return;
    now_ = span.end;
    ++next_;
  }

  bool begins_here() const {
    return next_ < track_.spans.size() && track_.spans[next_].begin == now_ && track_.spans[next_].end > now_;
  }

  // The task's worker: the only one it is ever seen on.
  WorkerId worker(const Span& span) {
    if (worker_ == WorkerId::none) worker_ = span.worker;
    return worker_;
  }

  const TaskTrack& track_;
  const Mode mode_;
  const bool with_lock_;
  std::vector<const OutputLine*> lines_;
  Time now_{};
  std::size_t next_ = 0;  // span
  std::size_t line_ = 0;
  WorkerId worker_ = WorkerId::none;
};

}  // namespace

std::string problem_with_steps(const PlannedScenario& planned, const Timeline& run) {
  for (std::size_t task = 0; task < planned.tasks.size(); ++task) {
    const std::string problem = Walk(run, task, has_lock(planned, run.info())).problem_with(planned.tasks[task]);
    if (!problem.empty()) return fmt::format("{}: {}\n{}", planned.tasks[task].name, problem, chart(run));
  }
  for (std::size_t i = 1; i < run.output().size(); ++i) {
    if (run.output()[i].time < run.output()[i - 1].time) return "the output is not in order of time";
  }
  return "";
}

}  // namespace interleave::testing

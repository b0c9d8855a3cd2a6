#pragma once

#include <cstdint>
#include <vector>

#include "core/base/ids.h"
#include "core/base/mode.h"
#include "core/execution/program.h"
#include "core/execution/task_state.h"

namespace interleave {

// Which moments of a program's runs in a mode count: those at which it matters who comes first. Their order is an
// interleaving; everything else happens at once with the one before it. On an event loop no step counts, but the ends
// of waits do; one after another nothing does.
class CountedSteps {
 public:
  // With lines, the order of output matters too.
  CountedSteps(const Program& program, Mode mode, bool with_lines = false);

  bool counts(const Instruction& instruction) const;
  bool counts(const Operation& operation) const;
  // Whether any step does; else at most the ends of waits.
  bool any() const { return on_threads_; }
  // That of a task for which somebody waits so long and no longer; of every job, where it decides which process gets
  // the next one, or who still waits to begin when somebody cancels or fails.
  bool end_counts(TaskId task) const { return all_ends_ || ends_[index(task)]; }
  // That a task is submitted behind `after`: where that may be too late for a process that is free, for a place in the
  // pool's queue, to be cancelled there, or because another task has failed.
  bool arrivals_count() const { return arrivals_; }

 private:
  void look_at(const Code& code);
  bool counts(Verb verb) const;
  // A second start of a task fails who wants it.
  bool is_contested(TaskId started) const { return on_threads_ && starters_[index(started)] > 1; }

  bool on_threads_ = false;
  bool in_pool_ = false;
  bool with_lines_ = false;
  bool all_ends_ = false;
  bool arrivals_ = false;
  std::vector<bool> ends_;               // by task
  std::vector<std::uint32_t> starters_;  // by task: how many may start it
};

}  // namespace interleave

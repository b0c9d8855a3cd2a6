#pragma once

#include <deque>
#include <span>
#include <vector>

#include "core/execution/dealings.h"
#include "core/execution/program.h"
#include "core/execution/shared_state.h"
#include "core/execution/task_run.h"

namespace interleave {

// The tasks of one execution of a program, in the order of the file, as they are before anything has happened. They
// never move.
class TaskRuns {
 public:
  // Both outlive it. They have dealings where the program has any, or where somebody wants to know of their ends.
  TaskRuns(const Program& program, SharedState& shared, bool with_dealings = false);
  TaskRuns(const TaskRuns&) = delete;
  TaskRuns& operator=(const TaskRuns&) = delete;

  std::span<TaskRun> all() { return tasks_; }
  std::vector<TaskRun*> by_id();
  void set_ends(TaskEnds& ends) { run_.ends = &ends; }
  void set_order(StepOrder* order);

 private:
  OfRun run_;
  std::deque<Dealings> dealings_;  // by task, where any has to do with others
  std::vector<TaskRun> tasks_;
};

}  // namespace interleave

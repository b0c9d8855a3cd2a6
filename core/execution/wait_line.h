#pragma once

#include "core/execution/task_run.h"

namespace interleave {

// Tasks that wait for the same thing, first in, first out. They are linked by what they have for it, so that standing
// in line takes no memory.
class WaitLine {
 public:
  bool empty() const { return first_ == nullptr; }
  TaskRun* first() const { return first_; }
  static TaskRun* behind(const TaskRun& task) { return task.dealings->place.behind; }

  void push(TaskRun& task);
  void remove(TaskRun& task);

 private:
  TaskRun* first_ = nullptr;
  TaskRun* last_ = nullptr;
};

}  // namespace interleave

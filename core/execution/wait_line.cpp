#include "core/execution/wait_line.h"

#include <utility>

namespace interleave {

void WaitLine::push(TaskRun& task) {
  task.place = {.before = last_};
  (last_ == nullptr ? first_ : last_->place.behind) = &task;
  last_ = &task;
}

TaskRun& WaitLine::pop() {
  TaskRun& task = *first_;
  remove(task);
  return task;
}

void WaitLine::remove(TaskRun& task) {
  const LinePlace place = std::exchange(task.place, {});
  (place.before == nullptr ? first_ : place.before->place.behind) = place.behind;
  (place.behind == nullptr ? last_ : place.behind->place.before) = place.before;
}

}  // namespace interleave

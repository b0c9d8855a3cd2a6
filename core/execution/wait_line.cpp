#include "core/execution/wait_line.h"

#include <utility>

namespace interleave {

void WaitLine::push(TaskRun& task) {
  task.dealings->line = this;
  task.dealings->place = {.before = last_};
  (last_ == nullptr ? first_ : last_->dealings->place.behind) = &task;
  last_ = &task;
}

void WaitLine::remove(TaskRun& task) {
  task.dealings->line = nullptr;
  const LinePlace place = std::exchange(task.dealings->place, {});
  (place.before == nullptr ? first_ : place.before->dealings->place.behind) = place.behind;
  (place.behind == nullptr ? last_ : place.behind->dealings->place.before) = place.before;
}

}  // namespace interleave

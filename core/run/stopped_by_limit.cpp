#include "core/run/stopped_by_limit.h"

#include <algorithm>

#include "core/execution/run_limit.h"

namespace interleave {

const TaskTrack* stopped_by_limit(const Timeline& timeline) {
  const auto tasks = timeline.tasks();
  const auto found = std::find_if(tasks.begin(), tasks.end(), [](const auto& task) { return is_of_limit(task.error); });
  return found == tasks.end() ? nullptr : &*found;
}

}  // namespace interleave

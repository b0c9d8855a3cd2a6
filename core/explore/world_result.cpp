// What a world has come to where nobody can go on.
#include <algorithm>

#include "core/explore/world.h"

namespace interleave {

RunResult World::result() const {
  RunResult result{.lost_updates = lost_updates_, .stale = stale_};
  const std::size_t variables = program_.scenario().shared.size();
  const std::size_t processes = traits(mode_).shares_memory ? 1 : executor_.processes();
  for (std::size_t i = 0; variables > 0 && i < processes; ++i) {
    std::vector<std::int64_t>& values = result.shared.emplace_back();
    shared_[i].tell_numbers([&](std::int64_t number) {
      if (values.size() < variables) values.push_back(number);  // variables come first
    });
  }
  bool is_stuck = false;
  bool has_failed = false;
  for (const TaskRun* const task : by_id_) {
    const Dealings& own = *task->dealings;
    RunResult::TaskEnd& end = result.tasks.emplace_back();
    if (own.is_over) {
      end.outcome = own.outcome;
      if (own.outcome == Outcome::failed) end.error = own.error;
      has_failed = has_failed || (own.outcome == Outcome::failed && !is_among(taken_, *task));
    } else {
      end.outcome = own.has_begun ? Outcome::deadlocked : Outcome::not_started;
      is_stuck = is_stuck || own.is_submitted;
    }
  }
  if (is_stuck) {
    result.outcome = Outcome::deadlocked;
  } else if (has_failed) {
    result.outcome = Outcome::failed;
  }
  result.output = outputs_.lines(output_);
  return result;
}

}  // namespace interleave

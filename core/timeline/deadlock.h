#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/timeline/timeline.h"

// Who waits for whom where nobody can go on.
namespace interleave {

// A task that waits for something, and who has that; or for the end of the task that is called its holder here; or to
// begin, for a worker. Without a holder it waits for what nobody is left to do.
struct DeadlockLink {
  TaskId waiter = TaskId::none;
  ObjectId object = ObjectId::none;  // none where it waits for a task or a worker
  TaskId holder = TaskId::none;
  Time since{};
  bool for_worker = false;

  friend bool operator==(const DeadlockLink&, const DeadlockLink&) = default;
};

// Whether the run has ended so.
inline bool is_deadlocked(const Timeline& timeline) {
  return timeline.end() && timeline.end()->outcome == Outcome::deadlocked;
}

// What the task waits for, of others, at the end of what the timeline knows, and since when. Of a run that ended in a
// deadlock that is also what the task had only just come to, of which no span tells.
std::optional<WaitTarget> last_target(const Timeline& timeline, TaskId task);

// The tasks that wait for others at the end of what the timeline knows, and those that they await and that are queued
// for a worker which one of the former holds. A circle comes first, if there is one, in its order: each waits for what
// the next one has.
std::vector<DeadlockLink> deadlock_of(const Timeline& timeline);

// The length of the circle that the links begin with; 0 where there is none.
std::size_t circle_length(const std::vector<DeadlockLink>& links);

// What nobody is left to do that would end the wait: "put", "take", "release", "start"; empty where that is not so.
std::string_view missing_deed(const Timeline& timeline, const DeadlockLink& link);

// In a sentence: "rent holds alice and waits for bob; refund holds bob and waits for alice".
std::string describe_deadlock(const Timeline& timeline);

}  // namespace interleave

#pragma once

#include <vector>

#include "core/timeline/timeline.h"

namespace interleave {

// All who hold the lock, or a permit of the semaphore, at that moment, whoever has held it longest first.
std::vector<TaskId> holders_at(const Timeline& timeline, ObjectId object, Time t);

// Who holds each of the locks and semaphores at the end of what the timeline knows, by object; of several holders of a
// semaphore the one that has held it longest. None where nobody does, and for variables and queues.
std::vector<TaskId> holders_at_end(const Timeline& timeline);

}  // namespace interleave

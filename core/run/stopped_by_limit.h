#pragma once

#include "core/timeline/timeline.h"

namespace interleave {

// The first task that was stopped because the run came to a limit; null where none was. A run in which one was says
// little of the program, which goes on for ever.
const TaskTrack* stopped_by_limit(const Timeline& timeline);

}  // namespace interleave

#pragma once

#include "core/base/mode.h"
#include "core/timeline/timeline.h"

namespace interleave {

// Whether the worker is a thread beside the event loop of a run, which is its first worker.
inline bool is_beside_loop(const Timeline& timeline, WorkerId worker) {
  return is_event_loop(traits(timeline.info().mode)) && worker != WorkerId::none && index(worker) > 0;
}

// Whether there is any, so far.
inline bool has_threads_beside_loop(const Timeline& timeline) {
  return is_event_loop(traits(timeline.info().mode)) && timeline.workers().size() > 1;
}

}  // namespace interleave

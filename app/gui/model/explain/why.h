#pragma once

#include <optional>
#include <string>

#include "core/timeline/timeline.h"

namespace interleave::gui {

// A span of a timeline: a task, and the position among its spans.
struct SpanRef {
  TaskId task = TaskId::none;
  std::size_t span = 0;

  friend bool operator==(const SpanRef&, const SpanRef&) = default;
};

// Why a task is in the state that a span shows, as recorded.
struct Why {
  std::string sentence;
  std::optional<SpanRef> ended_by;  // another task's span, whose end ends this one
};

// Asked at moment `now`, which tells whom a long wait waited for then; outside the span, its last moment counts.
// O(workers * log(spans)).
Why why(const Timeline& timeline, SpanRef ref, Time now);

}  // namespace interleave::gui

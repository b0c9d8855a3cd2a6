#pragma once

#include <string>

#include "core/timeline/timeline.h"

namespace interleave::gui {

// What the run's record says of the step; null where it says nothing.
const StepInfo* known_step(const RunInfo& run, StepId step);

// What the task does in the step, with the seconds as they are written for this task: "sleep 5 s"; in the units of the
// picture, where those are others: "sleep 24 h". Without them where they vary.
std::string step_label(const RunInfo& run, const StepInfo& step, TaskId task);

// What a task does in a span: "sleep 5 s", "queued", "ready to go on, waits for the GIL"; the bare state where its step
// is not known.
std::string span_label(const RunInfo& run, const Span& span);
// The same of one of the timeline's spans, of which it also says what it waits for: "waits for alice".
std::string span_label(const Timeline& timeline, const Span& span);

}  // namespace interleave::gui

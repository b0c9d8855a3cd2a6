#pragma once

#include <fmt/format.h>
#include <string>

#include "core/record/names.h"
#include "core/timeline/timeline.h"

// Runs as text, so that a test can show what it expects.
namespace interleave::testing {

// A line for each one printed: "2.5 coffee: Ordered coffee", the time in seconds.
inline std::string printed(const Timeline& timeline) {
  std::string text;
  for (const OutputLine& line : timeline.output()) {
    text += fmt::format("{} {}: {}\n", seconds(line.time), timeline.tasks()[index(line.task)].name, line.text);
  }
  return text;
}

// "queued", "waiting/sleep" or "running@worker 2".
inline std::string look(const Timeline& timeline, const Span& span) {
  std::string text(name(span.state));
  if (span.cause != Cause::none) text += fmt::format("/{}", name(span.cause));
  if (span.worker != WorkerId::none) text += "@" + timeline.workers()[index(span.worker)].name;
  return text;
}

// A line for each task: "coffee: 0 queued 1 waiting/sleep@worker 1 2 finished", times in seconds between what was so.
inline std::string chart(const Timeline& timeline) {
  std::string text;
  for (const TaskTrack& task : timeline.tasks()) {
    text += task.name + ":";
    for (const Span& span : task.spans) text += fmt::format(" {} {}", seconds(span.begin), look(timeline, span));
    if (task.finished) text += fmt::format(" {}", seconds(*task.finished));
    text += fmt::format(" {}\n", task.outcome ? name(*task.outcome) : "open");
  }
  return text;
}

}  // namespace interleave::testing

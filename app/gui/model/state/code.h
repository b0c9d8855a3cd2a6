#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include "core/listing/listing.h"
#include "core/scenario/scenario.h"
#include "core/timeline/span.h"

namespace interleave::gui {

// A line that somebody has chosen, and what it made: the spans of the steps from `first` to `last`, or all of a task's,
// as a print takes no time.
struct ChosenLine {
  std::size_t line = 0;
  StepId first = StepId::none;
  StepId last = StepId::none;
  TaskId task = TaskId::none;
  std::optional<std::size_t> printed = {};  // where it prints: which line of the output, one of that task's

  bool made(const Span& span) const;
};

// The program beside the timeline: the listing of the chosen mode, and what of it is looked at. What it was made of
// stays with it, so that it is written anew only when that changes.
struct Code {
  bool support_shown = false;        // also the lines that only make the program complete
  float scroll = 0;                  // rows down from the top
  std::optional<ChosenLine> chosen;  // its spans stand out on the timeline; none while a span is selected
  std::shared_ptr<const Listing> listing;
  std::shared_ptr<const Listing> copied;  // the one on the clipboard, as far as is known

  Mode mode = Mode::sequential;
  int max_workers = 1;
  const Scenario* scenario = nullptr;  // only to tell one from the next, which is made while the last is still there
};

}  // namespace interleave::gui

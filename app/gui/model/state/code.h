#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "app/gui/model/picture/look.h"
#include "app/gui/model/picture/step_index.h"
#include "core/listing/listing.h"

namespace interleave::gui {

struct AppState;

// A line that somebody has chosen, and what it made: the spans of the steps from `first` to `last`, or all of a task's.
struct ChosenLine {
  std::size_t line = 0;
  StepId first = StepId::none;
  StepId last = StepId::none;
  TaskId task = TaskId::none;

  bool made(const Span& span) const;
};

// The program beside the timeline: the listing of the chosen mode, and what of it is looked at. What it was made of
// stays with it, so that it is written anew only when that changes.
struct Code {
  Language language = Language::python;
  bool support_shown = false;        // also the lines that only make the program complete
  float scroll = 0;                  // rows down from the top
  std::optional<ChosenLine> chosen;  // its spans stand out on the timeline; none while a span is selected
  std::shared_ptr<const Listing> listing;
  std::shared_ptr<const Listing> copied;  // the one on the clipboard, as far as is known

  Mode mode = Mode::sequential;
  int max_workers = 1;
  const Scenario* scenario = nullptr;  // only to tell one from the next, which is made while the last is still there
};

// Brings the code up to date with the rest of the state.
void refresh_code(AppState& state);

void choose_line(AppState& state, std::size_t line);

// What choosing the line would choose; none where it makes no spans.
std::optional<ChosenLine> line_to_choose(const Listing& listing, const StepIndex& steps, std::size_t line);

// A line at which tasks stand, in the order of the file.
struct MarkedLine {
  struct Standing {
    TaskId task = TaskId::none;
    Look look = Look::running;
  };
  std::size_t line = 0;
  std::vector<Standing> tasks;
};

// The lines at which tasks stand at a moment, from top to bottom: the step they are in, or the call or the submission
// whose turn has not come. In sequential mode that has not been reached, and has no mark.
std::vector<MarkedLine> marked_lines(const Timeline& timeline, const Listing& listing, Time now);

// Those at the playhead; none where nothing has run, or where what ran is another program.
std::vector<MarkedLine> marked_lines(const AppState& state);

// The line of the selected span, or the one that was chosen.
std::optional<std::size_t> line_in_focus(const AppState& state);

}  // namespace interleave::gui

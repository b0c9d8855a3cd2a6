#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/model/picture/look.h"
#include "app/gui/model/state/app_state.h"
#include "core/listing/listing.h"

// Between the program beside the timeline and the run: which line made what, and where each task stands.
namespace interleave::gui {

// The print that the line of the listing is; none where it is none.
std::optional<StepId> print_at(const Listing& listing, const Scenario& scenario, std::size_t line);

// What choosing the line of the scenario's listing would choose; none where it makes no spans.
std::optional<ChosenLine> line_to_choose(const Listing& listing, const Scenario& scenario, std::size_t line);

// A line at which tasks stand, in the order of the file, or the main program does; or which submitted tasks that have
// yet to begin, and so stand nowhere.
struct StandingLine {
  struct Standing {
    TaskId task = TaskId::none;  // none: the main program
    Look look = Look::running;
    std::string state = {};  // the same in words
  };
  std::size_t line = 0;
  bool wait_to_begin = false;
  std::vector<Standing> tasks;  // who runs first, then who holds a worker, then the others; by file within each
};

// The lines at which tasks stand at a moment, from top to bottom: the step they are in, or the submission of those that
// wait to begin. In sequential mode that has not been reached, and nobody waits there. Where the main program is a
// coroutine that waits for tasks to come, it stands there too, and in the end where it waits for all of them; not where
// a recording leaves open whether it has come further.
std::vector<StandingLine> standing_lines(const Timeline& timeline, const Listing& listing, Time now);

// Those at the playhead; none where nothing has run, or where what ran is another program.
std::vector<StandingLine> standing_lines(const AppState& state);

// The line of the selected span, or the one that was chosen.
std::optional<std::size_t> line_in_focus(const AppState& state);

}  // namespace interleave::gui

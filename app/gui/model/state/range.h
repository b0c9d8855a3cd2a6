#pragma once

#include <optional>
#include <span>
#include <vector>

#include "app/gui/model/state/vocabulary.h"
#include "core/timeline/moment.h"

namespace interleave::gui {

struct AppState;

// A stretch of the run's time that was selected. Its two ends differ.
struct SelectedRange {
  Time anchor{};  // where it was begun
  Time head{};    // the end that moves with the hand or the keys; on either side

  Time begin() const { return anchor < head ? anchor : head; }
  Time end() const { return anchor < head ? head : anchor; }

  friend bool operator==(const SelectedRange&, const SelectedRange&) = default;
};

// What happened within a stretch.
struct RangeFigures {
  Duration length{0};
  Duration work{0};                    // of all tasks, running and sleeping
  std::vector<WorkerFigures> workers;  // busy and held within it; utilisation of its length
  TaskId longest_waiter = TaskId::none;
  Duration longest_wait{0};  // queued plus ready within it, of one task
};

// Of what the timeline holds between the two moments: the difference of two Moments. O((tasks + workers) * log(spans)).
RangeFigures figures_within(const Timeline& timeline, Time begin, Time end);

// The edge of a bar, the playhead or the mark that is nearest to `time`, where one lies within `reach`; else `time`.
Time snapped(const AppState& state, Time time, Duration reach);

// What update() does to the selected stretch. One thing is selected at a time: a stretch, or a span.
void select_range(AppState& state, Time anchor, Time head);
// Moves its head to the next or previous event; without a stretch, one that begins at the playhead.
void extend_range(AppState& state, Direction direction);
// The stretch of the selected span; else the one between the events around the playhead.
void select_range_here(AppState& state);

}  // namespace interleave::gui

#include "app/gui/model/state/range.h"

#include <algorithm>

#include "app/gui/model/explain/event_times.h"
#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

namespace {

constexpr Duration kTick{1};

// The nearest event of any run on the screen.
std::optional<Time> next_shown_event(const AppState& state, Time after) {
  std::optional<Time> nearest;
  for (const auto& run : shown_runs(state)) {
    const auto time = next_event(*run, after);
    if (time && (!nearest || *time < *nearest)) nearest = time;
  }
  return nearest;
}
std::optional<Time> previous_shown_event(const AppState& state, Time before) {
  std::optional<Time> nearest;
  for (const auto& run : shown_runs(state)) {
    const auto time = previous_event(*run, before);
    if (time && (!nearest || *time > *nearest)) nearest = time;
  }
  return nearest;
}

}  // namespace

RangeFigures figures_within(const Timeline& timeline, Time begin, Time end) {
  const Moment from(timeline, begin);
  const Moment to(timeline, end);
  RangeFigures figures;
  figures.length = end - begin;
  figures.work = to.work() - from.work();
  for (std::size_t i = 0; i < timeline.workers().size(); ++i) {
    const WorkerFigures before = from.worker(worker_id(i));
    WorkerFigures within = to.worker(worker_id(i));
    within.busy -= before.busy;
    within.held -= before.held;
    within.utilisation = end > begin ? seconds(within.busy) / seconds(figures.length) : 0;
    figures.workers.push_back(within);
  }
  for (std::size_t i = 0; i < timeline.tasks().size(); ++i) {
    const Duration waited = to.waited(task_id(i)) - from.waited(task_id(i));
    if (waited <= figures.longest_wait) continue;
    figures.longest_wait = waited;
    figures.longest_waiter = task_id(i);
  }
  return figures;
}

Time snapped(const AppState& state, Time time, Duration reach) {
  Time nearest = time;
  Duration least = reach + kTick;
  const auto offer = [&](Time candidate) {
    const Duration away = candidate > time ? candidate - time : time - candidate;
    if (away >= least) return;
    least = away;
    nearest = candidate;
  };
  offer(state.playhead);
  for (const Mark& mark : state.marks.all) offer(mark.time);
  if (const auto before = previous_shown_event(state, time + kTick)) offer(*before);
  if (const auto after = next_shown_event(state, time)) offer(*after);
  return nearest;
}

void select_range(AppState& state, Time anchor, Time head) {
  state.selected_range.reset();
  if (anchor == head) return;
  state.selected_range = SelectedRange{anchor, head};
  state.selection.reset();
}

void extend_range(AppState& state, Direction direction) {
  const SelectedRange now = state.selected_range.value_or(SelectedRange{state.playhead, state.playhead});
  const bool forward = direction == Direction::next;
  const auto head = forward ? next_shown_event(state, now.head) : previous_shown_event(state, now.head);
  if (head) select_range(state, now.anchor, *head);
}

void select_range_here(AppState& state) {
  if (const Span* span = selected_span(state)) {
    const Time end =
        std::min(span->end, std::max(timeline_of(state, state.selection->compared).horizon(), span->begin));
    return select_range(state, span->begin, end);
  }
  const auto begin = previous_shown_event(state, state.playhead + kTick);
  const auto end = next_shown_event(state, state.playhead);
  if (begin && end) return select_range(state, *begin, *end);
  const auto last = previous_shown_event(state, state.playhead);
  if (begin && last) select_range(state, *last, *begin);
}

}  // namespace interleave::gui

#include "app/gui/model/range.h"

#include <algorithm>

#include "app/gui/model/app_state.h"
#include "app/gui/model/event_times.h"

namespace interleave::gui {

namespace {

constexpr Duration kTick{1};

std::optional<Time> neighbour(const Timeline& timeline, Time time, Direction direction) {
  return direction == Direction::next ? next_event(timeline, time) : previous_event(timeline, time);
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
  const Timeline& record = *state.run.record;
  if (const auto before = previous_event(record, time + kTick)) offer(*before);
  if (const auto after = next_event(record, time)) offer(*after);
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
  const auto head = neighbour(*state.run.record, now.head, direction);
  if (head) select_range(state, now.anchor, *head);
}

void select_range_here(AppState& state) {
  if (const Span* span = selected_span(state)) {
    const Time end = std::min(span->end, std::max(state.run.record->horizon(), span->begin));
    return select_range(state, span->begin, end);
  }
  const Timeline& record = *state.run.record;
  const auto begin = previous_event(record, state.playhead + kTick);
  const auto end = next_event(record, state.playhead);
  if (begin && end) return select_range(state, *begin, *end);
  const auto last = previous_event(record, state.playhead);
  if (begin && last) select_range(state, *last, *begin);
}

}  // namespace interleave::gui

#include "app/gui/model/update/select_range.h"

#include <algorithm>

#include "app/gui/model/explain/shown_events.h"
#include "app/gui/model/state/shown.h"

namespace interleave::gui {

namespace {

constexpr Duration kTick{1};

}  // namespace

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

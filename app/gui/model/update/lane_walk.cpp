#include "app/gui/model/update/lane_walk.h"

#include <algorithm>

#include "app/gui/model/explain/why.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/model/update/navigation.h"
#include "app/gui/model/update/playhead.h"
#include "core/timeline/shared_history.h"

namespace interleave::gui {

namespace {

using LanePosition = std::optional<std::size_t>;

// Where the span stands among those of a track that has it.
std::size_t position_in(std::span<const Span> spans, const Span& span) {
  const auto found =
      std::partition_point(spans.begin(), spans.end(), [&](const Span& other) { return other.begin < span.begin; });
  return static_cast<std::size_t>(found - spans.begin());
}

LanePosition next_shown(const Lane& lane, std::size_t from, Direction direction) {
  const std::size_t step = direction == Direction::next ? 1 : ~std::size_t{0};
  for (std::size_t i = from + step; i < lane.spans.size(); i += step) {
    if (shows(lane, lane.spans[i])) return i;
  }
  return std::nullopt;
}

// The shown span at that time; else the next one, else the last before it.
LanePosition shown_at(const Lane& lane, Time time) {
  const auto found =
      std::partition_point(lane.spans.begin(), lane.spans.end(), [&](const Span& span) { return span.end <= time; });
  const auto position = static_cast<std::size_t>(found - lane.spans.begin());
  if (position < lane.spans.size() && shows(lane, lane.spans[position])) return position;
  const LanePosition next = next_shown(lane, position, Direction::next);
  return next ? next : next_shown(lane, position, Direction::previous);
}

void select_in(AppState& state, const Lane& lane, LanePosition position) {
  state.lane = key_of(lane);
  state.selected_range.reset();
  state.selection.reset();
  if (!position) return;
  const Span& span = lane.spans[*position];
  const auto own = position_in(lane.timeline->tasks()[index(span.task)].spans, span);
  state.selection = Selection{span.task, own, lane.compared};
  reveal(state, span.begin);
}

// When that changes next, or changed before; none where it does not.
std::optional<Time> changed(const Timeline& timeline, ObjectId object, Time from, Direction direction) {
  const auto histories = shared_histories(timeline);
  std::optional<Time> last;
  for (const SharedStretch& stretch : histories[index(object)]) {
    if (direction == Direction::next && stretch.begin > from) return stretch.begin;
    if (stretch.begin < from) last = stretch.begin;
  }
  return direction == Direction::previous ? last : std::nullopt;
}

Time time_of_selection(const AppState& state) {
  const Span* span = selected_span(state);
  if (span == nullptr) return state.playhead;
  const bool at_playhead = span->begin <= state.playhead && state.playhead < span->end;
  return at_playhead ? state.playhead : span->begin;
}

}  // namespace

void select_span(AppState& state, Selection selection, std::optional<LaneKey> lane) {
  state.selection = selection;
  state.selected_range.reset();
  if (lane) state.lane = lane;
  const auto lanes = shown_lanes(state);
  const LanePosition walked = walked_lane(state, lanes);
  state.lane = walked ? std::optional(key_of(lanes[*walked])) : std::nullopt;
}

void select_shared(AppState& state, std::size_t object, std::optional<Time> time) {
  if (!shares_something(state) || object >= state.run.record->info().objects.size()) return;
  state.shared_lanes = SharedLanes::shown;
  state.selection.reset();
  state.selected_range.reset();
  state.lane = LaneKey{LaneKind::shared, object, std::nullopt};
  if (!time) return;
  move_playhead(state, *time);
  reveal(state, state.playhead);
}

void select_neighbour(AppState& state, Direction direction) {
  if (const auto object = selected_object(state)) {
    const auto time = changed(*state.run.record, *object, state.playhead, direction);
    if (time) select_shared(state, index(*object), time);
    return;
  }
  const auto lanes = shown_lanes(state);
  if (lanes.empty()) return;
  const Lane& lane = lanes[walked_lane(state, lanes).value_or(0)];
  const Span* span = selected_span(state);
  if (span == nullptr) return select_in(state, lane, shown_at(lane, state.playhead));
  const LanePosition next = next_shown(lane, position_in(lane.spans, *span), direction);
  if (next) select_in(state, lane, next);
}

void select_lane(AppState& state, Direction direction) {
  const auto lanes = shown_lanes(state);
  if (lanes.empty()) return;
  const LanePosition walked = walked_lane(state, lanes);
  const std::size_t last = lanes.size() - 1;
  std::size_t there = direction == Direction::next ? 0 : last;
  if (walked) {
    there = direction == Direction::next ? std::min(*walked + 1, last) : std::max(*walked, std::size_t{1}) - 1;
  }
  select_in(state, lanes[there], shown_at(lanes[there], time_of_selection(state)));
}

void select_cause(AppState& state) {
  if (selected_span(state) == nullptr) return;
  const Selection now = *state.selection;
  const Timeline& timeline = timeline_of(state, now.compared);
  const auto cause = why(timeline, {now.task, now.span}, state.playhead).ended_by;
  if (!cause) return;
  select_span(state, {cause->task, cause->span, now.compared});
  reveal(state, timeline.tasks()[index(cause->task)].spans[cause->span].begin);
}

void clear_selection(AppState& state) {
  state.selected_range.reset();
  state.selection.reset();
  state.code.chosen.reset();
  state.lane.reset();
}

}  // namespace interleave::gui

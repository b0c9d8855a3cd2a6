#include "app/gui/model/update/navigation.h"

#include <algorithm>

#include "app/gui/model/state/shown.h"

namespace interleave::gui {

namespace {

constexpr double kFarthestShare = 0.8;  // of the view's width: where a playhead that is followed stays

double share_of(const AppState& state, Time time) {
  const TimeRange& range = state.viewport.target();
  return (seconds(time) - range.begin) / range.length();
}

}  // namespace

void hold_view(AppState& state) { state.view_follows = false; }

void reveal(AppState& state, Time time) {
  if (!state.viewport.fitted()) state.viewport.reveal(seconds(time));
}

double zoom_anchor(const AppState& state) {
  if (state.pointer_time) return *state.pointer_time;
  const TimeRange& range = state.viewport.target();
  const double playhead = seconds(state.playhead);
  const bool in_sight = range.begin <= playhead && playhead <= range.end;
  return in_sight ? playhead : (range.begin + range.end) / 2;
}

void keep_playhead_in_sight(AppState& state) {
  if (!state.playing || !state.view_follows || state.viewport.fitted() || state.viewport.moving()) return;
  const double share = share_of(state, state.playhead);
  if (share >= 0 && share <= kFarthestShare) return;
  if (share < 0 || share > 1) return state.viewport.reveal(seconds(state.playhead));
  state.viewport.pan((share - kFarthestShare) * state.viewport.target().length());
  state.viewport.settle();
}

void follow_in_view(AppState& state) {
  state.view_follows = true;
  reveal(state, state.playhead);
}

void show_selected(AppState& state) {
  double begin = 0;
  double end = 0;
  if (const Span* span = selected_span(state)) {
    begin = seconds(span->begin);
    end = seconds(std::min(span->end, std::max(timeline_of(state, state.selection->compared).horizon(), span->begin)));
  } else if (state.selected_range) {
    begin = seconds(state.selected_range->begin());
    end = seconds(state.selected_range->end());
  } else {
    return;
  }
  hold_view(state);
  const double room = (end - begin) * 0.5;
  state.viewport.show({begin - room, end + room});
}

}  // namespace interleave::gui

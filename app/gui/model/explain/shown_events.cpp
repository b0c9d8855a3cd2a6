#include "app/gui/model/explain/shown_events.h"

#include <algorithm>

#include "app/gui/model/explain/event_times.h"
#include "app/gui/model/state/shown.h"

namespace interleave::gui {

namespace {

constexpr Duration kTick{1};

}  // namespace

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

std::optional<Time> neighbouring_event(const AppState& state, Direction direction) {
  const bool forward = direction == Direction::next;
  const auto of = [&](const Timeline& timeline) {
    return forward ? next_event(timeline, state.playhead) : previous_event(timeline, state.playhead);
  };
  std::optional<Time> nearest = of(*state.run.record);
  const Forecast* compared = comparison(state);
  if (compared == nullptr) return nearest;
  for (const auto& run : compared->runs()) {
    const std::optional<Time> time = of(*run);
    if (time && (!nearest || (forward ? *time < *nearest : *time > *nearest))) nearest = time;
  }
  return nearest;
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

}  // namespace interleave::gui

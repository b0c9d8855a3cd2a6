#include "app/gui/model/update/playhead.h"

#include <algorithm>

#include "app/gui/model/explain/shown_events.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/update/run_control.h"
#include "app/gui/model/update/shown_run.h"

namespace interleave::gui {

namespace {

void begin_simulated(AppState& state) {
  predict(state);
  state.run.started = true;
}

}  // namespace

void step_event(AppState& state, Direction direction) {
  if (!state.run.started) {
    if (state.clock == ClockKind::virtual_time && direction == Direction::next) begin_simulated(state);
    return;
  }
  if (state.run.live != nullptr && state.playing) toggle_pause(state);
  if (const auto time = neighbouring_event(state, direction)) move_playhead(state, *time);
}

void move_playhead(AppState& state, Time time) {
  if (!state.run.started) {
    if (state.clock != ClockKind::virtual_time) return;
    begin_simulated(state);
  }
  state.pending = 0;
  state.playhead = std::clamp(time, Time{}, playable_end(state));
  state.following = false;
  if (state.run.live == nullptr) state.playing = false;
  end_if_reached(state);
}

void go_to_start(AppState& state) {
  if (state.run.started) move_playhead(state, Time{});
}

void go_to_end(AppState& state) {
  if (state.run.live != nullptr) return follow(state);
  move_playhead(state, playable_end(state));
}

void follow(AppState& state) {
  if (state.run.live == nullptr) return;
  state.following = true;
  state.playhead = state.run.live->now();
}

}  // namespace interleave::gui

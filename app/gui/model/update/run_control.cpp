#include "app/gui/model/update/run_control.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include "app/gui/model/state/progress.h"
#include "app/gui/model/update/shown_run.h"
#include "core/run/simulate.h"

namespace interleave::gui {

namespace {

bool in_progress(const AppState& state) { return state.run.started && !state.run.ended; }

// The run goes on as it would have with that limit from this moment on.
void change_workers_at(AppState& state, Time time, int max_workers) {
  RunSettings& shown = state.run.settings;
  std::erase_if(shown.changes, [&](const MaxWorkersChange& change) { return change.time >= time; });
  if (time == Time{}) {
    shown.max_workers = max_workers;
  } else {
    shown.changes.push_back({time, max_workers});
  }
  state.run.prediction = simulate(*state.shown_scenario, shown);
  if (state.run.live == nullptr) state.run.record = state.run.prediction;
  state.selection.reset();
  fit_extent(state);
}

bool advance_playback(AppState& state, double host_seconds) {
  if (!state.playing) return false;
  state.pending += host_seconds * state.speed;
  const Duration passed{static_cast<Duration::rep>(std::floor(state.pending * 1e9))};
  state.pending -= seconds(passed);
  state.playhead = std::min(state.playhead + passed, playable_end(state));
  end_if_reached(state);
  return true;
}

bool advance_live(AppState& state) {
  const Time playhead_before = state.playhead;
  const Time horizon_before = state.run.record->horizon();
  state.run.live->poll();
  state.run.record = state.run.live->timeline();
  const bool ended = state.run.record->finished();
  if (state.following) state.playhead = ended ? state.run.record->horizon() : state.run.live->now();
  if (ended) {
    state.run.ended = true;
    state.playing = false;
    state.run.live.reset();
  }
  fit_extent(state);
  // What a paused run brings is nothing, and costs no frame.
  return state.playing || ended || state.playhead != playhead_before || state.run.record->horizon() != horizon_before;
}

}  // namespace

void start_run(AppState& state) {
  if (!state.has_program()) return;
  predict(state);
  state.run.started = true;
  state.playing = true;
  state.view_follows = true;
  state.viewport.fit();
  if (state.clock == ClockKind::real_time) {
    state.run.live = state.engine.live(state.scenario(), state.settings, state.speed);
    state.run.record = state.run.live->timeline();
  } else {
    end_if_reached(state);
  }
}

void toggle_pause(AppState& state) {
  if (!can_pause(state)) return start_run(state);
  state.playing = !state.playing;
  if (state.run.live == nullptr) return;
  if (state.playing) {
    state.run.live->resume();
    state.following = true;
  } else {
    state.run.live->pause();
  }
}

void set_speed(AppState& state, double speed) {
  state.speed = std::clamp(speed, kSpeeds.front(), kSpeeds.back());
  if (state.run.live != nullptr) state.run.live->set_speed(state.speed);
}

void set_max_workers(AppState& state, int max_workers) {
  state.settings.max_workers = std::clamp(max_workers, 1, kMostWorkers);
  ask_forecast(state);
  if (!in_progress(state)) return predict_unless_started(state);
  if (!traits(state.run.settings.mode).has_max_workers) return;
  if (state.run.live != nullptr) state.run.live->set_max_workers(state.settings.max_workers);
  const Time now = state.run.live != nullptr ? state.run.live->now() : state.playhead;
  change_workers_at(state, now, state.settings.max_workers);
}

void edit_max_workers(AppState& state) {
  if (!traits(state.settings.mode).has_max_workers) return;
  state.typed_workers = TextEdit(std::to_string(state.settings.max_workers));
  state.typed_workers->select_all();
}

void take_typed_workers(AppState& state) {
  const auto typed = std::exchange(state.typed_workers, std::nullopt);
  if (!typed || !traits(state.settings.mode).has_max_workers) return;
  const std::string& text = typed->text();
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ptr != text.data() + text.size() || text.empty()) return;
  set_max_workers(state, read.ec == std::errc::result_out_of_range ? kMostWorkers : number);
}

bool advance_run(AppState& state, double host_seconds) {
  return state.run.live != nullptr ? advance_live(state) : advance_playback(state, host_seconds);
}

}  // namespace interleave::gui

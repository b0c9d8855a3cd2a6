#include "app/gui/model/state/progress.h"

#include <algorithm>

#include "app/gui/model/state/shown.h"

namespace interleave::gui {

Phase phase(const AppState& state) {
  if (!state.run.started) return Phase::ready;
  if (state.run.ended) {
    if (state.playing) return Phase::replaying;
    return state.playhead < picture_end(state) ? Phase::looking_back : Phase::finished;
  }
  return state.playing ? Phase::running : Phase::paused;
}

std::string_view name(Phase phase) {
  switch (phase) {
    case Phase::ready:
      return "ready";
    case Phase::running:
      return "running";
    case Phase::paused:
      return "paused";
    case Phase::finished:
      return "finished";
    case Phase::replaying:
      return "replaying";
    case Phase::looking_back:
      return "finished, looking back";
  }
  return "";
}

namespace {

// Of those compared; of the run itself too, unless it is left out.
Time end_beside(const AppState& state, Time end) {
  const Forecast* compared = comparison(state);
  if (compared == nullptr) return end;
  const Forecast shown = compared->only(state.compared_modes);
  return shown.has(state.settings.mode) ? std::max(end, shown.end()) : shown.end();
}

}  // namespace

Time picture_end(const AppState& state) {
  Time end = state.run.record->horizon();
  if (!state.run.ended) end = std::max(end, state.run.prediction->horizon());
  return end_beside(state, end);
}

Time drawn_end(const AppState& state) {
  const Time end = picture_end(state);
  Time drawn = shows_edit(state) ? std::max(end, state.run.edited->horizon()) : end;
  constexpr double kMostTimes = 3;  // of the run, which is what the picture is about
  if (state.believed) drawn = std::max(drawn, std::min(state.believed->at, moment_at(kMostTimes * seconds(end))));
  return drawn;
}

Time playable_end(const AppState& state) {
  const Time end = state.run.record->horizon();
  return state.run.live == nullptr ? end_beside(state, end) : end;
}

Time recorded_until(const AppState& state) {
  const Time horizon = state.run.record->horizon();
  return state.run.live != nullptr ? std::max(horizon, state.playhead) : horizon;
}

Time happened_until(const AppState& state) { return state.run.started ? state.playhead : Time{Duration{-1}}; }

bool runs_chosen_program(const AppState& state) {
  const RunSettings& shown = state.run.settings;
  if (!state.run.record->info().computes) return true;
  return shown.language == state.settings.language && has_gil(shown) == has_gil(state.settings);
}

bool gil_matters(const AppState& state) {
  return state.has_program() && state.settings.language == Language::python &&
         contains(state.scenario(), Verb::compute);
}

bool picture_is_outdated(const AppState& state) {
  if (!state.run.started || !state.has_program()) return false;
  if (state.scenario_edited) return true;
  const RunSettings& shown = state.run.settings;
  if (shown.mode != state.settings.mode || state.run.clock != state.clock || !runs_chosen_program(state)) return true;
  if (!traits(shown.mode).has_max_workers) return false;
  const int last = shown.changes.empty() ? shown.max_workers : shown.changes.back().max_workers;
  return last != state.settings.max_workers;
}

bool can_pause(const AppState& state) {
  return state.run.started && (state.playing || state.playhead < picture_end(state));
}

bool can_follow(const AppState& state) {
  const bool past_of_real_run = state.run.live != nullptr && !state.run.ended && !state.following;
  const bool beside_the_view = state.playing && !state.view_follows && !state.viewport.fitted();
  return past_of_real_run || beside_the_view;
}

}  // namespace interleave::gui

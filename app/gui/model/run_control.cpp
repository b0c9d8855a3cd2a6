#include "app/gui/model/run_control.h"

#include <algorithm>
#include <cmath>

#include "app/gui/model/event_times.h"

namespace interleave::gui {

namespace {

void fit_extent(AppState& state) { state.viewport.set_extent(seconds(picture_end(state))); }

// How far the playhead can go: what is compared may last longer than the run on the screen.
Time playable_end(const AppState& state) {
  const Time end = state.run.record->horizon();
  const Forecast* compared = state.run.live == nullptr ? comparison(state) : nullptr;
  return compared == nullptr ? end : std::max(end, compared->end());
}

std::shared_ptr<const Timeline> simulate_sequentially(const AppState& state, const Scenario& scenario) {
  RunSettings sequential = default_settings(scenario);
  sequential.mode = Mode::sequential;
  return state.engine.simulate(scenario, sequential);
}

// After what is compared has changed: it may be shorter, and have other spans.
void stay_within(AppState& state) {
  fit_extent(state);
  if (state.run.live == nullptr) state.playhead = std::min(state.playhead, playable_end(state));
  if (selected_span(state) == nullptr) state.selection.reset();
}

// Of what Run would run, which after an edit is not what the screen shows.
void ask_forecast(AppState& state) {
  const auto& scenario = state.scenarios[state.chosen].scenario;
  const bool shown = state.shown_scenario == scenario;
  state.forecaster.ask(state.engine, scenario, state.settings,
                       shown ? state.one_after_another : simulate_sequentially(state, *scenario));
  stay_within(state);
}

bool in_progress(const AppState& state) { return state.run.started && !state.run.ended; }

// What is known of a scenario without regard to how it is run.
void look_at(AppState& state, const std::shared_ptr<const Scenario>& scenario) {
  state.scenario_edited = false;
  if (state.shown_scenario == scenario) return;
  state.shown_scenario = scenario;
  state.steps.emplace(*scenario);
  state.one_after_another = simulate_sequentially(state, *scenario);
}

// Before the first Run the picture is what Run would show.
void predict(AppState& state) {
  state.run = ShownRun{};
  look_at(state, state.scenarios[state.chosen].scenario);
  state.run.settings = state.settings;
  state.run.clock = state.clock;
  state.run.prediction = state.engine.simulate(state.scenario(), state.settings);
  state.run.record = state.run.prediction;
  state.playhead = Time{};
  state.pending = 0;
  state.playing = false;
  state.following = true;
  state.selection.reset();
  fit_extent(state);
}

// Whether Run would run something else than what is shown.
void note_edit(AppState& state) {
  const Scenario& shown = *state.shown_scenario;
  const Scenario& now = state.scenario();
  state.scenario_edited =
      &shown != &now && (shown.functions != now.functions || shown.tasks != now.tasks || shown.machine != now.machine);
}

RunSettings settings_of(const Timeline& run) {
  RunSettings settings;
  settings.mode = run.info().mode;
  settings.max_workers = run.info().max_workers;
  settings.seed = run.info().seed;
  settings.changes.assign(run.changes().begin(), run.changes().end());
  return settings;
}

// What Run can use: without threads there is no real time.
ClockKind usable_clock(const AppState& state, ClockKind clock) {
  return state.engine.live ? clock : ClockKind::virtual_time;
}

// As if it had been run here and had just ended.
void show_recorded(AppState& state, const RecordedRun& recorded) {
  look_at(state, recorded.scenario);
  note_edit(state);
  state.run.settings = settings_of(*recorded.timeline);
  state.run.clock = recorded.timeline->info().clock;
  state.clock = usable_clock(state, state.run.clock);
  state.run.prediction = state.engine.simulate(*recorded.scenario, state.run.settings);
  state.run.record = recorded.timeline;
  state.run.started = true;
  state.run.ended = true;
  state.playhead = recorded.timeline->horizon();
  const auto& changes = state.run.settings.changes;
  state.settings.mode = state.run.settings.mode;
  state.settings.max_workers = changes.empty() ? state.run.settings.max_workers : changes.back().max_workers;
  fit_extent(state);
}

void predict_unless_started(AppState& state) {
  if (!state.run.started) predict(state);
}

void begin_simulated(AppState& state) {
  predict(state);
  state.run.started = true;
}

void end_if_reached(AppState& state) {
  if (state.run.live != nullptr || state.playhead < state.run.record->horizon()) return;
  state.run.ended = true;
  if (state.playhead >= playable_end(state)) state.playing = false;
}

// The run goes on as it would have with that limit from this moment on.
void change_workers_at(AppState& state, Time time, int max_workers) {
  RunSettings& shown = state.run.settings;
  std::erase_if(shown.changes, [&](const MaxWorkersChange& change) { return change.time >= time; });
  if (time == Time{}) {
    shown.max_workers = max_workers;
  } else {
    shown.changes.push_back({time, max_workers});
  }
  state.run.prediction = state.engine.simulate(*state.shown_scenario, shown);
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

void choose_scenario(AppState& state, std::size_t position) {
  state.chosen = position;
  state.settings = default_settings(state.scenario());
  state.panel = {};
  state.lane_scroll = 0;
  state.console_scroll = 0;
  state.lane.reset();
  state.selected_range.reset();
  state.marks = {};
  predict(state);
  if (const auto recorded = state.scenarios[position].recorded) show_recorded(state, *recorded);
  ask_forecast(state);
  state.viewport.fit();
  state.viewport.settle();
}

void scenario_changed(AppState& state, const Scenario& before) {
  const Scenario& now = state.scenario();
  if (now.mode != before.mode) state.settings.mode = now.mode;
  if (now.max_workers != before.max_workers) state.settings.max_workers = now.max_workers;
  if (!state.run.started) {
    const auto selection = state.selection;
    predict(state);
    state.selection = selection;
  } else {
    note_edit(state);
  }
  ask_forecast(state);
}

void set_mode(AppState& state, Mode mode) {
  state.settings.mode = mode;
  predict_unless_started(state);
}

void set_clock(AppState& state, ClockKind clock) {
  state.clock = usable_clock(state, clock);
  predict_unless_started(state);
}

void set_speed(AppState& state, double speed) {
  state.speed = std::clamp(speed, kSpeeds.front(), kSpeeds.back());
  if (state.run.live != nullptr) state.run.live->set_speed(state.speed);
}

void set_max_workers(AppState& state, int max_workers) {
  state.settings.max_workers = std::clamp(max_workers, 1, kMostWorkers);
  ask_forecast(state);
  if (!in_progress(state)) return predict_unless_started(state);
  if (state.run.settings.mode != Mode::pool) return;
  if (state.run.live != nullptr) state.run.live->set_max_workers(state.settings.max_workers);
  const Time now = state.run.live != nullptr ? state.run.live->now() : state.playhead;
  change_workers_at(state, now, state.settings.max_workers);
}

void set_comparing(AppState& state, Comparing comparing) {
  const bool wanted = comparing == Comparing::yes;
  if (wanted == state.comparing) return;
  state.comparing = wanted;
  state.selection.reset();
  state.lane_scroll = 0;
  state.playhead = std::min(state.playhead, playable_end(state));
  fit_extent(state);
  state.viewport.fit();
  state.viewport.settle();
}

bool take_forecast(AppState& state) {
  if (!state.forecaster.poll()) return false;
  stay_within(state);
  return true;
}

std::optional<Time> neighbouring_event(const AppState& state, Direction direction) {
  const bool forward = direction == Direction::next;
  const auto of = [&](const Timeline& timeline) {
    return forward ? next_event(timeline, state.playhead) : previous_event(timeline, state.playhead);
  };
  std::optional<Time> nearest = of(*state.run.record);
  const Forecast* compared = comparison(state);
  if (compared == nullptr) return nearest;
  for (const auto& run : compared->modes) {
    const std::optional<Time> time = of(*run);
    if (time && (!nearest || (forward ? *time < *nearest : *time > *nearest))) nearest = time;
  }
  return nearest;
}

void start_run(AppState& state) {
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
  if (!enabled(state, Control::pause)) return start_run(state);
  state.playing = !state.playing;
  if (state.run.live == nullptr) return;
  if (state.playing) {
    state.run.live->resume();
    state.following = true;
  } else {
    state.run.live->pause();
  }
}

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

bool advance_run(AppState& state, double host_seconds) {
  return state.run.live != nullptr ? advance_live(state) : advance_playback(state, host_seconds);
}

}  // namespace interleave::gui

#include "app/gui/model/update/shown_run.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

#include "app/gui/model/edit/duration_edit.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/refused.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/model/update/tell.h"
#include "core/base/digit_groups.h"
#include "core/run/refusal.h"
#include "core/run/simulate.h"
#include "core/scenario/workload.h"

namespace interleave::gui {

namespace {

constexpr double kRoomForNextSteps = 1.5;  // where the user is the scheduler, times what there is already

std::shared_ptr<const Timeline> simulate_sequentially(const Scenario& scenario) {
  RunSettings sequential = default_settings(scenario);
  sequential.mode = Mode::sequential;
  return simulate(scenario, sequential);
}

// After what is compared has changed: it may be shorter, and have other spans.
void stay_within(AppState& state) {
  fit_extent(state);
  if (state.run.live == nullptr) state.playhead = std::min(state.playhead, playable_end(state));
  if (selected_span(state) == nullptr) state.selection.reset();
}

// What is known of a scenario without regard to how it is run; null: there is none.
void look_at(AppState& state, const std::shared_ptr<const Scenario>& scenario) {
  state.scenario_edited = false;
  if (state.shown_scenario == scenario) return;
  state.shown_scenario = scenario;
  state.one_after_another = scenario != nullptr ? simulate_sequentially(*scenario) : nullptr;
}

// What the edited scenario would do now, in the mode that is shown, unless it is refused there.
void predict_edit(AppState& state) {
  state.run.edited = nullptr;
  if (!state.scenario_edited || !same_shape(*state.shown_scenario, state.scenario())) return;
  RunSettings settings = state.settings;
  settings.mode = state.run.settings.mode;
  if (refusal_of(state, settings.mode)) return;
  state.run.edited = simulate(state.scenario(), settings);
}

// Whether Run would run something else than what is shown.
void note_edit(AppState& state) {
  const Scenario& shown = *state.shown_scenario;
  const Scenario& now = state.scenario();
  const auto what_runs = [](const Scenario& s) {
    return std::tie(s.functions, s.tasks, s.machine, s.shared, s.semaphores, s.queues);
  };
  state.scenario_edited = &shown != &now && what_runs(shown) != what_runs(now);
}

RunSettings settings_of(const Timeline& run) {
  RunSettings settings;
  settings.mode = run.info().mode.value_or(settings.mode);
  settings.max_workers = run.info().max_workers.value_or(settings.max_workers);
  settings.seed = run.info().seed;
  settings.language = run.info().language.value_or(settings.language);
  settings.gil = run.info().gil;
  settings.changes.assign(run.changes().begin(), run.changes().end());
  return settings;
}

// Where the scenario is refused in the mode, the pool takes its place: it has as many workers, and they share all that
// the scenario uses.
void settle_mode(AppState& state) {
  const Mode refused = state.settings.mode;
  const auto why = refusal_of(state, refused);
  if (!why) return;
  state.settings.mode = Mode::pool;
  tell(state, fmt::format("Mode {} instead of {}: {}.", name(Mode::pool), name(refused), *why));
}

void leave_directed(AppState& state) {
  if (!state.directed) return;
  Schedule order = state.directed->taken();
  if (!order.empty()) state.kept_order = KeptOrder{state.shown_scenario, state.run.settings, std::move(order)};
  state.directed.reset();
}

// Nothing has been run yet.
void start_afresh(AppState& state) {
  leave_directed(state);
  state.run = ShownRun{};
  state.playhead = Time{};
  state.pending = 0;
  state.playing = false;
  state.following = true;
  state.selection.reset();
}

// What Run can use: without threads there is no real time.
ClockKind usable_clock(const AppState& state, ClockKind clock) {
  return state.engine.live ? clock : ClockKind::virtual_time;
}

// As if it had been run here and had just ended.
void show_recorded(AppState& state, const RecordedRun& recorded) {
  look_at(state, recorded.scenario);
  if (recorded.scenario != nullptr) note_edit(state);
  state.run.settings = settings_of(*recorded.timeline);
  state.run.clock = recorded.timeline->info().clock;
  state.clock = usable_clock(state, state.run.clock);
  const bool predictable = recorded.scenario != nullptr && !refusal(*recorded.scenario, state.run.settings.mode);
  state.run.prediction = predictable ? simulate(*recorded.scenario, state.run.settings) : recorded.timeline;
  state.run.record = recorded.timeline;
  state.run.started = true;
  state.run.ended = true;
  state.playhead = recorded.timeline->horizon();
  const auto& changes = state.run.settings.changes;
  state.settings.mode = state.run.settings.mode;
  state.settings.language = state.run.settings.language;
  if (state.settings.language == Language::python) state.settings.gil = state.run.settings.gil;
  state.settings.max_workers = changes.empty() ? state.run.settings.max_workers : changes.back().max_workers;
  settle_mode(state);
  fit_extent(state);
}

void ask_explorer(AppState& state) {
  const bool is_wanted = state.outcomes == OutcomesShown::yes || state.graph == GraphShown::yes;
  if (!state.has_program() || !is_wanted) return state.explorer.forget();
  state.explorer.ask(state.engine, state.scenarios[state.chosen].scenario, state.settings);
}

}  // namespace

void choose_scenario(AppState& state, std::size_t position) {
  state.chosen = position;
  state.typed_workers.reset();
  const Language language = state.settings.language;
  state.settings = default_settings(state.scenario());
  state.settings.language = language;
  settle_mode(state);
  const StepList steps = state.panel.steps;
  state.panel = {};
  state.panel.steps = steps;
  state.lane_scroll = 0;
  state.console_scroll = 0;
  state.lane.reset();
  state.selected_range.reset();
  state.marks = {};
  state.has_program() ? predict(state) : start_afresh(state);
  if (!state.has_program()) state.comparing = false;
  if (const auto recorded = state.scenarios[position].recorded) show_recorded(state, *recorded);
  ask_forecast(state);
  state.viewport.fit();
  state.viewport.settle();
}

void scenario_changed(AppState& state, const Scenario& before) {
  const Scenario& now = state.scenario();
  if (now.mode != before.mode) state.settings.mode = now.mode;
  if (now.machine.gil != before.machine.gil) state.settings.gil = now.machine.gil;
  if (now.max_workers != before.max_workers) state.settings.max_workers = now.max_workers;
  settle_mode(state);
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
  if (const auto why = refusal_of(state, mode)) return tell(state, fmt::format("Refused: {}.", *why));
  state.settings.mode = mode;
  predict_unless_started(state);
}

void set_language(AppState& state, Language language) {
  state.settings.language = language;
  predict_unless_started(state);
  ask_forecast(state);
}

void set_gil(AppState& state, bool gil) {
  if (gil && !has_room_for_gil(state.scenario())) {
    return tell(state, fmt::format("With the GIL this scenario would come to more than {} time slices.",
                                   in_groups(most_time_slices(state.scenario()))));
  }
  state.settings.gil = gil;
  predict_unless_started(state);
  ask_forecast(state);
}

void set_clock(AppState& state, ClockKind clock) {
  state.clock = usable_clock(state, clock);
  predict_unless_started(state);
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

void show_outcomes(AppState& state, OutcomesShown outcomes) {
  state.outcomes = outcomes;
  ask_explorer(state);
}

void show_graph(AppState& state, GraphShown graph) {
  state.graph = graph;
  ask_explorer(state);
}

void ask_forecast(AppState& state) {
  ask_explorer(state);
  if (!state.has_program()) return state.forecaster.forget();
  predict_edit(state);
  const auto& scenario = state.scenarios[state.chosen].scenario;
  const bool shown = state.shown_scenario == scenario;
  state.forecaster.ask(state.engine, scenario, state.settings,
                       shown ? state.one_after_another : simulate_sequentially(*scenario));
  stay_within(state);
}

bool take_forecast(AppState& state) {
  if (!state.forecaster.poll()) return false;
  stay_within(state);
  return true;
}

void predict(AppState& state) {
  start_afresh(state);
  look_at(state, state.scenarios[state.chosen].scenario);
  state.run.settings = state.settings;
  state.run.clock = state.clock;
  state.run.prediction = simulate(state.scenario(), state.settings);
  state.run.record = state.run.prediction;
  fit_extent(state);
}

void predict_unless_started(AppState& state) {
  if (!state.run.started) predict(state);
}

void fit_extent(AppState& state) {
  const double end = seconds(drawn_end(state));
  const bool goes_on = state.directed && !state.directed->now().choices.empty();
  state.viewport.set_extent(goes_on ? end * kRoomForNextSteps : end);
}

void end_if_reached(AppState& state) {
  if (state.run.live != nullptr || state.playhead < state.run.record->horizon()) return;
  // As far as its user has led it, it may go on.
  state.run.ended = !state.directed || state.run.record->finished();
  if (state.playhead >= playable_end(state)) state.playing = false;
}

}  // namespace interleave::gui

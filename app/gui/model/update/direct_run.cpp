#include "app/gui/model/update/direct_run.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "app/gui/model/explain/directed_text.h"
#include "app/gui/model/state/directed.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/model/update/shown_run.h"
#include "app/gui/model/update/tell.h"
#include "core/explore/explore.h"
#include "core/explore/wording.h"
#include "core/run/schedule_reader.h"
#include "core/run/simulate.h"

namespace interleave::gui {

namespace {

constexpr double kSecondsAStep = 0.9;  // of an order that is shown

RunSettings settings_behind(const AppState& state, Schedule schedule) {
  RunSettings settings = state.settings;
  settings.schedule = std::move(schedule);
  return settings;
}

// The run as it stands now, and what can come of it.
void show_moment(AppState& state) {
  Directed& directed = *state.directed;
  state.run.settings = settings_behind(state, directed.taken());
  state.run.prediction = directed.now().timeline;
  state.run.record = state.run.prediction;
  state.run.started = true;
  state.run.ended = state.run.record->finished();
  state.playing = false;
  state.selection.reset();
  state.playhead = state.run.record->horizon();
  fit_extent(state);
  state.viewport.fit();
  directed.remaining = nullptr;
  begin_exploring(directed.job, state.engine, state.shown_scenario, state.run.settings);
}

// Puts the moment behind that step, or says why it cannot be.
bool go_on(AppState& state, const Token& step) {
  Directed& directed = *state.directed;
  Schedule schedule = directed.taken();
  schedule.push_back(step);
  auto run = Simulator(*state.shown_scenario).direct(settings_behind(state, std::move(schedule)));
  if (!run) {
    tell(state, "That step cannot be next: " + run.error() + ".");
    return false;
  }
  const auto& choices = directed.now().choices;
  const auto choice = std::find_if(choices.begin(), choices.end(),
                                   [&step](const DirectedRun::Choice& could) { return could.token == step; });
  std::string did = choice == choices.end() ? "" : done_text(directed.now(), *choice, run.value());
  directed.moments.push_back({std::move(run).value(), step, std::move(did)});
  return true;
}

const ExploredOutcome* simplest_bad(const Exploration& remaining) {
  const ExploredOutcome* simplest = nullptr;
  for (const ExploredOutcome& outcome : remaining.outcomes) {
    const bool is_simpler = simplest == nullptr || outcome.schedule.size() < simplest->schedule.size();
    if (is_bad(outcome.result) && is_simpler) simplest = &outcome;
  }
  return simplest;
}

}  // namespace

void set_directing(AppState& state, Directing directing) {
  if (!state.has_program()) return;
  if (directing == Directing::no) {
    if (state.directed) predict(state);
    return;
  }
  if (const auto why = exploration_refusal(state.scenario(), {.run = state.settings})) {
    if (state.directed) predict(state);
    return tell(state, fmt::format("Nobody can be the scheduler here: {}.", *why));
  }
  predict(state);
  auto run = Simulator(*state.shown_scenario).direct(state.settings);
  if (!run) return tell(state, "Nobody can be the scheduler here: " + run.error() + ".");
  state.directed.emplace();
  state.directed->moments.push_back({std::move(run).value(), {}, ""});
  state.comparing = false;
  show_moment(state);
}

void keep_directed(AppState& state) {
  if (!state.directed) return;
  if (!is_chosen_program(state, state.shown_scenario, state.run.settings)) set_directing(state, Directing::yes);
}

void take_steps(AppState& state, const std::string& steps) {
  if (!state.has_program()) return;
  const auto schedule = read_schedule(steps, task_names(state.scenario()));
  if (!schedule) return tell(state, "That step cannot be next: " + schedule.error() + ".");
  if (schedule.value().empty()) return;
  if (!state.directed) set_directing(state, Directing::yes);
  if (!state.directed) return;
  state.directed->planned.clear();
  for (const Token& step : schedule.value()) {
    if (!go_on(state, step)) break;
  }
  show_moment(state);
}

void take_back_step(AppState& state) {
  if (!state.directed || state.directed->moments.size() < 2) return;
  state.directed->planned.clear();
  state.directed->moments.pop_back();
  show_moment(state);
}

void start_over(AppState& state) {
  if (state.directed) set_directing(state, Directing::yes);
}

void copy_order(AppState& state) {
  if (!state.directed || !state.clipboard.write) return;
  state.clipboard.write(schedule_text(state.directed->taken(), task_names(state.scenario())));
}

void show_bad_order(AppState& state) {
  if (!state.directed || state.directed->remaining == nullptr) return;
  Directed& directed = *state.directed;
  const ExploredOutcome* const bad = simplest_bad(*directed.remaining);
  if (bad == nullptr) return;
  directed.planned = bad->schedule;
  directed.until_next = kSecondsAStep;
}

bool advance_directed(AppState& state, double host_seconds) {
  if (!state.directed) return false;
  Directed& directed = *state.directed;
  auto remaining = directed.job.take();
  const bool is_known = remaining != nullptr;
  if (is_known) directed.remaining = std::move(remaining);
  if (directed.planned.empty()) return is_known;
  directed.until_next -= host_seconds;
  if (directed.until_next > 0) return is_known;
  const Token step = directed.planned.front();
  directed.planned.erase(directed.planned.begin());
  directed.until_next = kSecondsAStep;
  if (!go_on(state, step)) directed.planned.clear();
  show_moment(state);
  return true;
}

}  // namespace interleave::gui

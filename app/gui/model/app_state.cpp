#include "app/gui/model/app_state.h"

#include <algorithm>

#include "app/gui/model/update.h"

namespace interleave::gui {

AppState make_app(Engine engine, std::vector<ScenarioEntry> scenarios) {
  AppState state;
  state.engine = std::move(engine);
  state.scenarios = std::move(scenarios);
  for (ScenarioEntry& entry : state.scenarios) {
    if (entry.document.empty()) entry.document = Document({entry.scenario, nullptr, {}});
  }
  update(state, command::ChooseScenario{0});
  return state;
}

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

std::string_view title(Mode mode) {
  switch (mode) {
    case Mode::sequential:
      return "Sequential";
    case Mode::coroutine:
      return "Coroutine";
    case Mode::threads:
      return "Threads";
    case Mode::pool:
      return "Thread pool";
  }
  return "";
}

Time picture_end(const AppState& state) {
  const Time record_end = state.run.record->horizon();
  return state.run.ended ? record_end : std::max(record_end, state.run.prediction->horizon());
}

Time recorded_until(const AppState& state) {
  const Time horizon = state.run.record->horizon();
  return state.run.live != nullptr ? std::max(horizon, state.playhead) : horizon;
}

Time happened_until(const AppState& state) { return state.run.started ? state.playhead : Time{Duration{-1}}; }

bool picture_is_outdated(const AppState& state) {
  if (!state.run.started) return false;
  if (state.scenario_edited) return true;
  const RunSettings& shown = state.run.settings;
  if (shown.mode != state.settings.mode || state.run.clock != state.clock) return true;
  if (shown.mode != Mode::pool) return false;
  const int last = shown.changes.empty() ? shown.max_workers : shown.changes.back().max_workers;
  return last != state.settings.max_workers;
}

const Span* selected_span(const AppState& state) {
  if (!state.selection) return nullptr;
  const auto tasks = state.run.record->tasks();
  if (index(state.selection->task) >= tasks.size()) return nullptr;
  const auto& spans = tasks[index(state.selection->task)].spans;
  return state.selection->span < spans.size() ? &spans[state.selection->span] : nullptr;
}

}  // namespace interleave::gui

#include "app/gui/model/state/app_state.h"

#include <algorithm>
#include <cmath>

#include "app/gui/model/update/update.h"

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

ThemeName theme_after(ThemeName theme) {
  switch (theme) {
    case ThemeName::dark:
      return ThemeName::light;
    case ThemeName::light:
      return ThemeName::contrast;
    case ThemeName::contrast:
      break;
  }
  return ThemeName::dark;
}

std::string_view name(ThemeName theme) {
  switch (theme) {
    case ThemeName::dark:
      return "dark";
    case ThemeName::light:
      return "light";
    case ThemeName::contrast:
      break;
  }
  return "high contrast";
}

float most_scale(float width_px, float height_px) {
  constexpr float kLeastWidth = 640;  // at 100 %
  constexpr float kLeastHeight = 360;
  return std::max(100.0F, std::floor(100 * std::min(width_px / kLeastWidth, height_px / kLeastHeight)));
}

float shown_scale(const AppState& state, float width_px, float height_px) {
  constexpr float kForAHall = 190.0F / 1080;  // the smallest text has 15 pixels at 100 %
  const auto chosen = static_cast<float>(state.text_scale);
  const float wanted = state.presenting ? std::max(chosen, std::round(kForAHall * height_px)) : chosen;
  return std::min(wanted, most_scale(width_px, height_px));
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
  Time end = state.run.record->horizon();
  if (!state.run.ended) end = std::max(end, state.run.prediction->horizon());
  const Forecast* compared = comparison(state);
  return compared == nullptr ? end : std::max(end, compared->end());
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

const Forecast* comparison(const AppState& state) { return state.comparing ? state.forecaster.answer() : nullptr; }

const Timeline& timeline_of(const AppState& state, std::optional<Mode> compared) {
  const Forecast* forecast = state.forecaster.answer();
  return compared && forecast != nullptr ? forecast->of(*compared) : *state.run.record;
}

std::optional<Mode> looked_at(const AppState& state) {
  return comparison(state) != nullptr ? std::optional(state.settings.mode) : std::nullopt;
}

std::vector<std::shared_ptr<const Timeline>> shown_runs(const AppState& state) {
  const Forecast* compared = comparison(state);
  if (compared == nullptr) return {state.run.record};
  return {compared->modes.begin(), compared->modes.end()};
}

std::vector<Lane> shown_lanes(const AppState& state) {
  const Forecast* compared = comparison(state);
  return compared != nullptr ? lanes_of(*compared, state.view) : lanes_of(*state.run.record, state.view);
}

bool typing(const AppState& state) { return state.marks.edit.has_value() || state.search.typing; }

const StepIndex& steps_of(const AppState& state, const Timeline& timeline) {
  const Forecast* forecast = state.forecaster.answer();
  const bool compared = forecast != nullptr && std::any_of(forecast->modes.begin(), forecast->modes.end(),
                                                           [&](const auto& run) { return run.get() == &timeline; });
  return compared ? *forecast->steps : *state.steps;
}

const Span* selected_span(const AppState& state) {
  if (!state.selection) return nullptr;
  const auto tasks = timeline_of(state, state.selection->compared).tasks();
  if (index(state.selection->task) >= tasks.size()) return nullptr;
  const auto& spans = tasks[index(state.selection->task)].spans;
  return state.selection->span < spans.size() ? &spans[state.selection->span] : nullptr;
}

}  // namespace interleave::gui

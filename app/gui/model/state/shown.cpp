#include "app/gui/model/state/shown.h"

#include <algorithm>

namespace interleave::gui {

namespace {

bool shows_selected(const Lane& lane, const Span& span, Selection selection) {
  if (lane.compared != selection.compared || !shows(lane, span)) return false;
  if (lane.kind == LaneKind::worker) return lane.track == index(span.worker);
  return lane.track == index(selection.task);
}

// Of a mode in which the scenario cannot run there is nothing to select.
bool is_compared(const AppState& state, std::optional<Mode> mode) {
  const Forecast* forecast = state.forecaster.answer();
  return !mode || forecast == nullptr || forecast->has(*mode);
}

}  // namespace

const Forecast* comparison(const AppState& state) { return state.comparing ? state.forecaster.answer() : nullptr; }

const Timeline& timeline_of(const AppState& state, std::optional<Mode> compared) {
  const Forecast* forecast = state.forecaster.answer();
  return compared && forecast != nullptr && forecast->has(*compared) ? forecast->of(*compared) : *state.run.record;
}

std::optional<Mode> looked_at(const AppState& state) {
  return comparison(state) != nullptr ? std::optional(state.settings.mode) : std::nullopt;
}

const Timeline& run_beside(const AppState& state) { return timeline_of(state, looked_at(state)); }

bool shows_simulation(const AppState& state) {
  return comparison(state) == nullptr && state.has_program() && state.run.record->info().clock == ClockKind::real_time;
}

bool shows_edit(const AppState& state) { return comparison(state) == nullptr && state.run.edited != nullptr; }

std::string_view title_of_run(const AppState& state) {
  const auto& mode = state.run.record->info().mode;
  return mode ? title(*mode) : "Recorded";
}

std::vector<std::shared_ptr<const Timeline>> shown_runs(const AppState& state) {
  const Forecast* compared = comparison(state);
  if (compared == nullptr) return {state.run.record};
  return compared->only(state.compared_modes).runs();
}

std::vector<Lane> shown_lanes(const AppState& state) {
  const Forecast* compared = comparison(state);
  return compared != nullptr ? lanes_of_modes(shown_runs(state), state.view)
                             : lanes_of(*state.run.record, state.view, state.shared_lanes);
}

bool is_chosen_program(const AppState& state, const std::shared_ptr<const Scenario>& scenario,
                       const RunSettings& settings) {
  const RunSettings& now = state.settings;
  return state.has_program() && scenario == state.scenarios[state.chosen].scenario && settings.mode == now.mode &&
         settings.max_workers == now.max_workers && has_gil(settings) == has_gil(now);
}

bool shares_something(const AppState& state) {
  return comparison(state) == nullptr && !state.run.record->info().objects.empty();
}

std::optional<ObjectId> selected_object(const AppState& state) {
  if (!state.lane || state.lane->kind != LaneKind::shared || state.selection || state.selected_range)
    return std::nullopt;
  const bool is_shown = shares_something(state) && state.shared_lanes == SharedLanes::shown;
  const bool exists = state.lane->track < state.run.record->info().objects.size();
  return is_shown && exists ? std::optional(object_id(state.lane->track)) : std::nullopt;
}

const Span* selected_span(const AppState& state) {
  if (!state.selection || !is_compared(state, state.selection->compared)) return nullptr;
  const auto tasks = timeline_of(state, state.selection->compared).tasks();
  if (index(state.selection->task) >= tasks.size()) return nullptr;
  const auto& spans = tasks[index(state.selection->task)].spans;
  return state.selection->span < spans.size() ? &spans[state.selection->span] : nullptr;
}

std::optional<std::size_t> walked_lane(const AppState& state, const std::vector<Lane>& lanes) {
  const auto position_of = [&](const auto& wanted) -> std::optional<std::size_t> {
    const auto found = std::find_if(lanes.begin(), lanes.end(), wanted);
    if (found == lanes.end()) return std::nullopt;
    return static_cast<std::size_t>(found - lanes.begin());
  };
  const Span* span = selected_span(state);
  const auto fits = [&](const Lane& lane) { return span == nullptr || shows_selected(lane, *span, *state.selection); };
  if (state.lane) {
    if (const auto found = position_of([&](const Lane& lane) { return key_of(lane) == *state.lane && fits(lane); })) {
      return found;
    }
  }
  return span == nullptr ? std::nullopt : position_of(fits);
}

}  // namespace interleave::gui

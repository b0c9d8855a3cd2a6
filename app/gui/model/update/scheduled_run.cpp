#include "app/gui/model/update/scheduled_run.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

#include "app/gui/model/update/shown_run.h"
#include "app/gui/model/update/tell.h"
#include "core/record/schedule.h"
#include "core/run/schedule_reader.h"
#include "core/run/simulate.h"

namespace interleave::gui {

namespace {

struct Departure {
  Time at;
  Token token;     // what comes next in this order
  Token expected;  // and in the one that is predicted
};

// Where the order leaves the other one; none where one of them is all of the other's beginning.
std::optional<Departure> departure(const Simulator& simulator, RunSettings settings, const Schedule& other) {
  const Schedule order = std::move(settings.schedule);
  const auto [here, there] = std::mismatch(order.begin(), order.end(), other.begin(), other.end());
  if (here == order.end() || there == other.end()) return std::nullopt;
  settings.schedule.assign(order.begin(), here);
  const auto until = simulator.direct(settings);
  if (!until) return std::nullopt;
  return Departure{until.value().timeline->horizon(), *here, *there};
}

}  // namespace

void show_scheduled(AppState& state, const std::string& schedule) {
  if (!state.has_program()) return;
  const std::vector<std::string> names = task_names(state.scenario());
  auto order = read_schedule(schedule, names);
  if (!order) return tell(state, "That order cannot be shown: " + order.error() + ".");
  const Simulator simulator(state.scenario());
  RunSettings settings = state.settings;
  settings.schedule = std::move(order).value();
  auto run = simulator.run_by_schedule(settings);
  if (!run) return tell(state, "That order cannot be shown: " + run.error() + ".");
  predict(state);
  const auto& predicted = state.run.prediction->info().schedule;
  const auto left = predicted ? departure(simulator, settings, *predicted) : std::nullopt;
  state.run.settings = std::move(settings);
  state.run.clock = ClockKind::virtual_time;
  state.run.prediction = std::move(run).value();
  state.run.record = state.run.prediction;
  state.run.started = true;
  state.run.ended = true;
  fit_extent(state);
  state.playhead = left ? left->at : state.run.record->horizon();
  state.viewport.fit();
  // Whoever has written a lesson knows in which order its runs go.
  if (!left || state.lesson != nullptr) return;
  remark(state, fmt::format("Here this order leaves the predicted one: {} comes next, not {}.",
                            token_text(left->token, names), token_text(left->expected, names)));
}

}  // namespace interleave::gui

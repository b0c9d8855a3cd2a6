// The window where there are no threads, as in a browser.
#include <doctest/doctest.h>

#include "app/gui/model/input/acts.h"
#include "app/gui/model/input/tooltips.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/update/make_app.h"
#include "app/gui/model/update/update.h"
#include "app/gui/platform/real_engine.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

// Some twelve thousand spans in each of twenty runs.
std::vector<ScenarioEntry> large() {
  return from_text(R"({"interleave": 1, "title": "many", "tasks": [
    {"name": "a", "steps": [{"repeat": 3000, "steps": [{"sleep": 1}, {"compute": 0.5}]}]},
    {"name": "b", "steps": [{"repeat": 3000, "steps": [{"sleep": 1}, {"compute": 0.5}]}]}]})");
}

// How often the window ticked until the answer was there.
int ticks_to_forecast(AppState& state) {
  int ticks = 0;
  while (state.forecaster.computing()) {
    tick(state, 0);
    ++ticks;
  }
  return ticks;
}

void check_same(const Forecast& one, const Forecast& other) {
  for (Mode mode : kModes) {
    CHECK(one.of(mode).horizon() == other.of(mode).horizon());
    CHECK(one.of(mode).workers().size() == other.of(mode).workers().size());
  }
  for (const Mode mode : {Mode::pool, Mode::processes}) {
    const Curve& curve = one.curve_of(mode);
    REQUIRE(curve.size() == other.curve_of(mode).size());
    for (std::size_t i = 0; i < curve.size(); ++i) {
      CHECK(curve[i].max_workers == other.curve_of(mode)[i].max_workers);
      CHECK(curve[i].makespan == other.curve_of(mode)[i].makespan);
    }
  }
}

}  // namespace

TEST_CASE("without threads there is no real time, and its control says why") {
  Headless window(only("coffee-shop"), engine_without_threads());
  window.frame();
  CHECK_FALSE(window.find("real-time"_act).enabled);
  CHECK(tooltip_of(window.state, act("real-time"_act)) == "Real time needs threads, which programs do not get here");
  window.click("real-time"_act);
  CHECK(window.state.clock == ClockKind::virtual_time);
  update(window.state, command::SetClock{ClockKind::real_time});
  update(window.state, command::Run{});
  CHECK(window.state.clock == ClockKind::virtual_time);
  CHECK(window.state.run.live == nullptr);
  window.pass(100);
  CHECK(phase(window.state) == Phase::finished);
}

TEST_CASE("a forecast in slices takes several ticks, in which the window can be used, and is that of the background") {
  AppState with = make_app(real_engine(), large());
  AppState without = make_app(engine_without_threads(), large());
  CHECK(without.forecaster.waits_for_poll());
  CHECK_FALSE(with.forecaster.waits_for_poll());
  tick(without, 0);
  CHECK(without.forecaster.computing());
  update(without, command::Run{});
  CHECK(phase(without) == Phase::running);
  CHECK(ticks_to_forecast(without) > 1);
  ticks_to_forecast(with);
  check_same(*without.forecaster.answer(), *with.forecaster.answer());
}

TEST_CASE("a forecast in slices that is asked for anew while it is made is that of what was asked last") {
  AppState state = make_app(engine_without_threads(), large());
  tick(state, 0);
  update(state, command::SetMaxWorkers{1});
  tick(state, 0);
  ticks_to_forecast(state);
  const Forecast& forecast = *state.forecaster.answer();
  CHECK(forecast.of(Mode::pool).horizon() == forecast.curve_of(Mode::pool)[0].makespan);
  CHECK(forecast.of(Mode::pool).horizon() > forecast.of(Mode::threads).horizon());
}

}  // namespace interleave::gui

#include <doctest/doctest.h>

#include "app/gui/model/explain/figures.h"
#include "app/gui/model/input/acts.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/update/make_app.h"
#include "app/gui/model/update/update.h"
#include "app/gui/platform/real_engine.h"
#include "tests/gui/fake_session.h"
#include "tests/gui/headless.h"
#include "tests/support/events.h"

namespace interleave::gui {

namespace {

using interleave::testing::at;

AppState coffee_shop_in(Mode mode) {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  update(state, command::SetMode{mode});
  return state;
}

std::string main_figure(const AppState& state) { return figures_of(state).front().text; }

}  // namespace

TEST_CASE("before the first Run the figures are a prediction of the chosen mode") {
  AppState state = coffee_shop_in(Mode::sequential);
  CHECK(phase(state) == Phase::ready);
  CHECK(main_figure(state) == "predicted to take 9.00 s");
  update(state, command::SetMode{Mode::threads});
  CHECK(main_figure(state) == "predicted to take 5.00 s");
}

TEST_CASE("a simulated run plays at the chosen speed and its figures become results at its end") {
  AppState state = coffee_shop_in(Mode::coroutine);
  update(state, command::SetSpeed{2});
  update(state, command::Run{});
  CHECK(phase(state) == Phase::running);
  tick(state, 1.5);
  CHECK(state.playhead == at(3));
  CHECK(main_figure(state) == "predicted to take 5.00 s");
  tick(state, 5);
  CHECK(phase(state) == Phase::finished);
  CHECK(state.playhead == at(5));
  CHECK(main_figure(state) == "took 5.00 s");
}

TEST_CASE("a playhead before the end of a finished run is said to look back, and the time to be the whole run's") {
  AppState state = coffee_shop_in(Mode::coroutine);
  update(state, command::Run{});
  tick(state, 100);
  update(state, command::MovePlayhead{at(3)});
  CHECK(phase(state) == Phase::looking_back);
  CHECK(main_figure(state) == "the whole run took 5.00 s");
  update(state, command::GoToEnd{});
  CHECK(phase(state) == Phase::finished);
}

TEST_CASE("playback at a tenth of the speed loses no time to rounding") {
  AppState state = coffee_shop_in(Mode::coroutine);
  update(state, command::SetSpeed{0.1});
  update(state, command::Run{});
  for (int frame = 0; frame < 1000; ++frame) tick(state, 0.0123456789);
  CHECK(seconds(state.playhead) == doctest::Approx(1.23456789).epsilon(1e-7));
}

TEST_CASE("a paused run stands still, and going on continues from there") {
  AppState state = coffee_shop_in(Mode::coroutine);
  update(state, command::Run{});
  tick(state, 1);
  update(state, command::TogglePause{});
  tick(state, 10);
  CHECK(state.playhead == at(1));
  CHECK(phase(state) == Phase::paused);
  update(state, command::TogglePause{});
  tick(state, 1);
  CHECK(state.playhead == at(2));
}

TEST_CASE("the last run stays on the screen until the next one, whatever is chosen meanwhile") {
  AppState state = coffee_shop_in(Mode::sequential);
  update(state, command::Run{});
  tick(state, 100);
  const auto shown = state.run.record;
  update(state, command::SetMode{Mode::pool});
  update(state, command::ChangeMaxWorkers{+1});
  CHECK(state.run.record == shown);
  CHECK(picture_is_outdated(state));
  CHECK(main_figure(state) == "took 9.00 s");
  update(state, command::Run{});
  CHECK_FALSE(picture_is_outdated(state));
  CHECK(state.run.record->info().mode == Mode::pool);
  CHECK(state.run.record->info().max_workers == 3);
}

TEST_CASE("more workers during a simulated run take effect at the playhead") {
  AppState state = coffee_shop_in(Mode::pool);
  update(state, command::SetMaxWorkers{1});
  update(state, command::Run{});
  tick(state, 2);  // coffee is done, food sleeps until 6, cake is queued
  CHECK(state.run.record->horizon() == at(9));
  update(state, command::ChangeMaxWorkers{+1});
  CHECK(state.run.record->horizon() == at(6));
  CHECK(state.run.record->tasks()[2].started == at(2));
  CHECK(state.playhead == at(2));
  CHECK_FALSE(picture_is_outdated(state));
}

TEST_CASE("steps go from event to event and back, to the last and the first") {
  AppState state = coffee_shop_in(Mode::coroutine);
  std::vector<Time> moments;
  for (int i = 0; i < 6; ++i) {
    update(state, command::StepEvent{Direction::next});
    moments.push_back(state.playhead);
  }
  CHECK(moments == std::vector<Time>{at(0), at(1), at(3), at(5), at(5), at(5)});
  update(state, command::StepEvent{Direction::previous});
  CHECK(state.playhead == at(3));
  update(state, command::GoToStart{});
  CHECK(state.playhead == at(0));
  CHECK_FALSE(state.playing);
}

TEST_CASE("going on at the end runs again from the start") {
  AppState state = coffee_shop_in(Mode::coroutine);
  update(state, command::Run{});
  tick(state, 100);
  update(state, command::TogglePause{});
  CHECK(state.playhead == at(0));
  CHECK(phase(state) == Phase::running);
}

TEST_CASE("another scenario brings its own mode and stops what ran") {
  auto entries = only("coffee-shop");
  entries.push_back(only("photo-filters").front());
  AppState state = make_app(real_engine(), std::move(entries));
  update(state, command::Run{});
  update(state, command::ChooseScenario{1});
  CHECK(phase(state) == Phase::ready);
  CHECK(state.settings.mode == state.scenario().mode);
  CHECK(state.run.record->tasks().size() == state.scenario().tasks.size());
}

TEST_CASE("a scenario that takes no time is finished as soon as it runs") {
  AppState state = make_app(real_engine(), from_text(R"({"interleave": 1, "title": "t",
    "tasks": [{"name": "a", "steps": [{"print": "x"}]}]})"));
  update(state, command::Run{});
  CHECK(phase(state) == Phase::finished);
  CHECK(state.viewport.range().length() > 0);
}

TEST_CASE("in real time the playhead follows the run, Pause pauses it, and scrubbing lets go of it") {
  auto run = std::make_shared<FakeRun>();
  testing::Events events;
  run->timeline = std::make_shared<Timeline>(testing::run_of({"coffee", "food", "cake"}, Mode::threads));
  AppState state = make_app(engine_of(run), only("coffee-shop"));
  update(state, command::SetMode{Mode::threads});
  update(state, command::SetClock{ClockKind::real_time});
  update(state, command::SetSpeed{5});
  update(state, command::Run{});

  run->timeline->append(events.at(0).submitted(0, State::ready).worker(0, "thread 1").started(0, 0).at(2).batch());
  run->now = at(2);
  tick(state, 0.1);
  CHECK(state.playhead == at(2));
  update(state, command::TogglePause{});
  CHECK(run->paused);
  update(state, command::MovePlayhead{at(1)});
  run->now = at(2.5);
  tick(state, 0.1);
  CHECK(state.playhead == at(1));
  CHECK(act("follow"_act).enabled(state));
  update(state, command::Follow{});
  CHECK(state.playhead == at(2.5));
  update(state, command::SetSpeed{10});
  CHECK(run->speed == 10);

  run->timeline->append(events.at(3).ended(0).batch());
  run->timeline->finish({Outcome::finished, "", at(3)});
  tick(state, 0.1);
  CHECK(phase(state) == Phase::finished);
  CHECK(state.playhead == at(3));
  CHECK(main_figure(state) == "took 3.00 s");
}

TEST_CASE("a paused real run asks for no frames") {
  auto run = std::make_shared<FakeRun>();
  run->timeline = std::make_shared<Timeline>(testing::run_of({"coffee", "food", "cake"}, Mode::threads));
  AppState state = make_app(engine_of(run), only("coffee-shop"));
  update(state, command::SetClock{ClockKind::real_time});
  update(state, command::Run{});
  state.viewport.settle();
  CHECK(tick(state, 0.01));
  update(state, command::TogglePause{});
  tick(state, 0.01);
  CHECK_FALSE(tick(state, 0.01));
  CHECK_FALSE(moving(state));
}

TEST_CASE("max_workers of a real pool changes while it runs") {
  auto run = std::make_shared<FakeRun>();
  run->timeline = std::make_shared<Timeline>(testing::run_of({"coffee", "food", "cake"}, Mode::pool));
  AppState state = make_app(engine_of(run), only("coffee-shop"));
  update(state, command::SetMode{Mode::pool});
  update(state, command::SetClock{ClockKind::real_time});
  update(state, command::Run{});
  update(state, command::ChangeMaxWorkers{+2});
  CHECK(run->max_workers == state.settings.max_workers);
  CHECK_FALSE(picture_is_outdated(state));
}

}  // namespace interleave::gui

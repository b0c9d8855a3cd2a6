#include "app/gui/model/update/navigation.h"

#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/input/acts.h"
#include "app/gui/model/update/note_use.h"
#include "tests/gui/fake_session.h"
#include "tests/gui/finished_run.h"

namespace interleave::gui {

namespace {

// A window on a real run that is under way, two seconds old.
struct LiveWindow : Headless {
  std::shared_ptr<FakeRun> run;

  static std::shared_ptr<FakeRun> fake() {
    auto run = std::make_shared<FakeRun>();
    run->timeline = std::make_shared<Timeline>(testing::run_of({"coffee", "food", "cake"}, Mode::threads));
    return run;
  }

  explicit LiveWindow(std::shared_ptr<FakeRun> fake_run = fake())
      : Headless(only("coffee-shop"), engine_of(fake_run)), run(std::move(fake_run)) {
    update(state, command::SetMode{Mode::threads});
    update(state, command::SetClock{ClockKind::real_time});
    update(state, command::Run{});
    advance_to(2);
  }

  void advance_to(double time) {
    run->now = at(time);
    pass(1);
    pass(1);
  }
};

}  // namespace

TEST_CASE("zooming and panning during a real run hold the view, let the run grow and offer to follow") {
  for (const Command& wish : {Command(command::Zoom{1, 4}), Command(command::Pan{0.5}),
                              Command(command::PanByShare{0.2}), Command(command::ShowRange{{0, 1}})}) {
    LiveWindow window;
    CHECK_FALSE(act("follow"_act).enabled(window.state));
    update(window.state, wish);
    window.pass(1);
    CHECK(act("follow"_act).enabled(window.state));
    const TimeRange held = window.state.viewport.target();
    window.advance_to(4.5);
    CHECK(window.state.viewport.target().begin == held.begin);
    CHECK(window.state.playhead == at(4.5));
  }
}

TEST_CASE("Follow keeps the zoom and takes the view along with the run") {
  LiveWindow window;
  update(window.state, command::ShowRange{{0, 1}});
  window.frame();
  window.click("follow"_act);
  window.pass(1);
  CHECK_FALSE(act("follow"_act).enabled(window.state));
  CHECK(window.state.viewport.target().length() == doctest::Approx(1));
  for (double time = 2; time < 4; time += 0.05) {
    window.advance_to(time);
    CHECK(window.state.viewport.target().begin < time);
    CHECK(window.state.viewport.target().end > time);
  }
}

TEST_CASE("scrubbing a real run stops the playhead until Follow is pressed") {
  LiveWindow window;
  update(window.state, command::MovePlayhead{at(0)});
  window.advance_to(3);
  CHECK(window.state.playhead == at(0));
  window.click("follow"_act);
  CHECK(window.state.playhead == at(3));
}

TEST_CASE("showing the whole run again follows it") {
  LiveWindow window;
  update(window.state, command::Zoom{1, 4});
  update(window.state, command::Fit{});
  CHECK_FALSE(act("follow"_act).enabled(window.state));
}

TEST_CASE("a step to an event out of sight brings it into sight and keeps the zoom") {
  FinishedRun window(Mode::pool);
  update(window.state, command::MovePlayhead{at(1)});
  update(window.state, command::ShowRange{{0.9, 1.4}});
  window.press(Key::right);
  CHECK(window.state.playhead == at(4));
  CHECK(window.state.viewport.target().begin < 4);
  CHECK(window.state.viewport.target().end > 4);
  CHECK(window.state.viewport.target().length() == doctest::Approx(0.5));
}

TEST_CASE("without a pointer, zooming keeps the playhead where it is, and the middle where that is out of sight") {
  FinishedRun window(Mode::pool);
  update(window.state, command::MovePlayhead{at(1)});
  const auto share = [&](double time) {
    const TimeRange& view = window.state.viewport.target();
    return (time - view.begin) / view.length();
  };
  const double before = share(1);
  window.press(Key::position_w, true);
  CHECK(share(1) == doctest::Approx(before));
  update(window.state, command::ShowRange{{2, 4}});
  window.press(Key::position_w);
  CHECK(share(3) == doctest::Approx(0.5));
}

TEST_CASE("zoom glides, unless reduced motion is set") {
  FinishedRun window(Mode::pool);
  window.press(Key::position_w);
  CHECK(window.state.viewport.moving());
  window.pass(1);
  update(window.state, command::SetReducedMotion{true});
  window.press(Key::position_w);
  CHECK_FALSE(window.state.viewport.moving());
  window.press(Key::home);
  CHECK_FALSE(window.state.viewport.moving());
}

TEST_CASE("hints name the next thing that was not done yet, and are gone when all were") {
  HintsSeen seen;
  CHECK(next_hint(seen) == Hint::play);
  note_use(seen, command::TogglePause{});
  CHECK(next_hint(seen) == Hint::zoom);
  note_use(seen, command::SelectRange{});
  note_use(seen, command::Zoom{});
  CHECK(next_hint(seen) == Hint::details);
  note_use(seen, command::SelectSpan{});
  note_use(seen, command::OpenMenu{Menu::speeds});
  CHECK(next_hint(seen) == Hint::help);
  note_use(seen, command::OpenMenu{Menu::help});
  CHECK_FALSE(next_hint(seen));
}

TEST_CASE("a hint is on the screen until it was followed or dismissed") {
  Headless window(only("coffee-shop"));
  window.resize(1600, 900);
  window.frame();
  CHECK(window.shows(text_of(Hint::play).brief));
  window.press_key({Key::space, U' ', false, false});
  CHECK(window.shows(text_of(Hint::zoom).full));
  window.click("dismiss-hint"_act);
  CHECK_FALSE(window.shows(text_of(Hint::zoom).full));
  CHECK_FALSE(window.shows(text_of(Hint::select_range).brief));
}

TEST_CASE("a hint stands above the bars or beside the figures, where no panel's content is") {
  for (const char* scenario : {"coffee-shop", "photo-filters"}) {
    for (const Mode mode : kModes) {
      Headless window(only(scenario));
      window.resize(1280, 720);
      update(window.state, command::SetMode{mode});
      update(window.state, command::Run{});
      update(window.state, command::MovePlayhead{moment_at(1.3)});
      window.frame();
      CAPTURE(scenario);
      CAPTURE(name(mode));
      const auto& controls = window.drawn().controls;
      const auto hint = std::find_if(controls.begin(), controls.end(),
                                     [](const DrawnControl& drawn) { return drawn.act == "dismiss-hint"_act; });
      REQUIRE(hint != controls.end());
      CHECK((hint->panel == Panel::timeline || hint->panel == Panel::status));
      CHECK(window.shows(std::string(title(mode)) + ", "));
      CHECK(window.shows("simulated"));
    }
  }
}

}  // namespace interleave::gui

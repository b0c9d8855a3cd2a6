// What stands where while a run is played: the button that stops it, and no remark over it.
#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/input/acts.h"
#include "app/gui/model/state/progress.h"
#include "tests/gui/desk.h"

namespace interleave::gui {

namespace {

float width_of(const Desk& desk, ActId id) { return desk.find(id).box.width(); }

bool has_remark(const Desk& desk) { return desk.drawn().texts_below < desk.drawn().texts.size(); }

}  // namespace

TEST_CASE("the large button runs, then pauses, then goes on, and runs again when the run is over") {
  Desk desk;
  const Point large = desk.find("run"_act).box.center();
  CHECK(width_of(desk, "run"_act) > width_of(desk, "pause"_act));
  desk.click(large);
  CHECK(phase(desk.state) == Phase::running);
  CHECK(width_of(desk, "pause"_act) > width_of(desk, "run"_act));
  CHECK(act("pause"_act).label(desk.state) == "Pause");
  CHECK(desk.shows("Pause"));
  desk.click(large);
  CHECK(phase(desk.state) == Phase::paused);
  CHECK(desk.shows("Resume"));
  desk.click(large);
  CHECK(phase(desk.state) == Phase::running);
  desk.pass(100);
  desk.frame();
  CHECK(phase(desk.state) == Phase::finished);
  CHECK(width_of(desk, "run"_act) > width_of(desk, "pause"_act));
  CHECK(desk.shows("Run again"));
  desk.click(large);
  CHECK(phase(desk.state) == Phase::running);
  CHECK(desk.state.playhead == Time{});
}

TEST_CASE("while a run goes on it is run again by its small button, and by Ctrl+R") {
  Desk desk;
  desk.click("run"_act);
  desk.pass(1);
  desk.frame();
  REQUIRE(desk.state.playhead > Time{});
  desk.click("run"_act);
  CHECK(desk.state.playhead == Time{});
  desk.pass(1);
  desk.control(U'r');
  CHECK(desk.state.playhead == Time{});
  CHECK(phase(desk.state) == Phase::running);
}

TEST_CASE("a remark goes when play begins, and comes back when the pointer moves, but not over what is played") {
  Desk desk;
  desk.move_to(desk.find("run"_act).box.center());
  desk.frame();
  CHECK(has_remark(desk));
  desk.press(Key::space);
  desk.frame();
  REQUIRE(desk.state.playing);
  CHECK_FALSE(has_remark(desk));
  desk.move_to(desk.find("help"_act).box.center());
  CHECK(has_remark(desk));
  desk.move_to(desk.bars(0).front().box.center());
  desk.frame();
  CHECK_FALSE(has_remark(desk));
  desk.press(Key::space);
  desk.move_to(desk.bars(0).front().box.center());
  desk.frame();
  CHECK(has_remark(desk));
}

TEST_CASE("a remark does not lie over what a click has brought, until the pointer moves") {
  Desk desk;
  desk.move_to(desk.find("help"_act).box.center());
  desk.frame();
  CHECK(has_remark(desk));
  desk.click("view-by-worker"_act);
  desk.frame();
  CHECK_FALSE(has_remark(desk));
  desk.move_to(desk.find("view-by-task"_act).box.center());
  desk.frame();
  CHECK(has_remark(desk));
}

TEST_CASE("the summary is read where the scenario's name is pointed at, and in the menu") {
  Headless window(only("coffee-shop"));
  const std::string end = "waits longest.";
  window.move_to(window.find("scenario"_act).box.center());
  window.frame();
  const auto shows_end = [&] {
    const auto& texts = window.drawn().texts;
    const auto from = texts.begin() + static_cast<std::ptrdiff_t>(window.drawn().texts_below);
    return std::any_of(from, texts.end(),
                       [&](const DrawnText& text) { return text.text.find(end) != std::string::npos && !text.cut; });
  };
  CHECK(shows_end());
  window.click("scenario"_act);
  CHECK_FALSE(shows_end());
  const Rect name = window.find("scenario"_act).box;
  window.move_to({name.left + 30, name.bottom + 30});
  window.frame();
  CHECK(shows_end());
}

}  // namespace interleave::gui

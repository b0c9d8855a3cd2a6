// The layout for a hall: tools that come and go, what stands beside the picture, a black screen, a clicker's keys.
#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/state/scales.h"
#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

struct Hall : Headless {
  Hall() : Headless(only("coffee-shop")) {
    resize(1920, 1080);
    use_scale(190);
    update(state, command::Run{});
    update(state, command::MovePlayhead{Time{}});
    update(state, command::TogglePresentation{});
    frame();
  }

  bool shows_tools_now() { return shows("Back to the workbench"); }
  void press(Key key) { press_key({key, 0, false, false}); }
};

}  // namespace

TEST_CASE("in a hall the tools come when the pointer moves, and go two seconds later") {
  Hall window;
  CHECK_FALSE(window.shows_tools_now());
  window.move_to({900, 500});
  window.frame();
  CHECK(window.shows_tools_now());
  CHECK(moving(window.state));
  window.pass(1.9);
  CHECK(window.shows_tools_now());
  window.pass(0.2);
  CHECK_FALSE(window.shows_tools_now());
  window.state.playing = false;
  CHECK_FALSE(moving(window.state));
}

TEST_CASE("in a hall the timeline's buttons come and go with the tools") {
  Hall window;
  CHECK_FALSE(window.shows("By worker"));
  window.move_to({900, 500});
  window.frame();
  CHECK(window.shows("By worker"));
  window.click("view-by-worker"_act);
  CHECK(window.state.view == View::by_worker);
}

TEST_CASE("in a hall the toolbar stands over the picture only while it is asked for") {
  Hall window;
  window.move_to({900, 500});
  window.frame();
  CHECK_FALSE(window.shows("Real time"));
  window.click("tools"_act);
  CHECK(window.shows("Real time"));
  CHECK_FALSE(window.shows("By worker"));
  window.click("tools"_act);
  CHECK_FALSE(window.shows("Real time"));
  window.click("tools"_act);
  window.pass(2.1);
  CHECK_FALSE(window.shows("Real time"));
  window.move_to({950, 500});
  window.frame();
  CHECK(window.shows_tools_now());
  CHECK_FALSE(window.shows("Real time"));
}

TEST_CASE("in a hall a run goes on and is stopped with the mouse without the toolbar") {
  Hall window;
  window.move_to({900, 500});
  window.frame();
  window.click("pause"_act);
  CHECK(window.state.playing);
  window.move_to({950, 500});
  window.frame();
  window.click("pause"_act);
  CHECK_FALSE(window.state.playing);
}

TEST_CASE("the last row of what stands below the picture is not covered by the tools") {
  Hall window;
  window.press(Key::f4);
  window.move_to({900, 500});
  window.frame();
  const float status = window.find("presentation"_act).box.top;
  for (const auto& stop : window.drawn().stops) {
    if (stop.panel == Panel::now) CHECK(stop.box.bottom <= status + 1);
  }
}

TEST_CASE("what lies below the tools feels no click that is meant for them") {
  Hall window;
  window.move_to({900, 500});
  window.frame();
  window.click("presentation"_act);
  CHECK_FALSE(window.state.presenting);
  CHECK(window.state.playhead == Time{});
}

TEST_CASE("the tools can be reached by keys alone") {
  Hall window;
  window.press(Key::tab);
  window.frame();
  CHECK(window.shows_tools_now());
}

TEST_CASE("code, console and now are one key away, and the same key takes them away again") {
  Hall window;
  const auto has = [&window](Panel wanted) {
    const auto& stops = window.drawn().stops;
    return std::any_of(stops.begin(), stops.end(), [wanted](const auto& stop) { return stop.panel == wanted; });
  };
  for (const auto& asked :
       {std::pair{Key::f2, Panel::code}, std::pair{Key::f3, Panel::console}, std::pair{Key::f4, Panel::now}}) {
    CHECK_FALSE(has(asked.second));
    window.press(asked.first);
    window.frame();
    CHECK(has(asked.second));
    window.press(asked.first);
    window.frame();
    CHECK_FALSE(has(asked.second));
  }
}

TEST_CASE("a clicker goes from event to event, makes the screen black, and ends the lecture") {
  Hall window;
  window.press(Key::page_down);
  CHECK(window.state.playhead == Time(Duration(1'000'000'000)));
  window.press(Key::page_up);
  CHECK(window.state.playhead == Time{});
  window.type(".");
  CHECK(window.state.lecture.black);
  window.type("b");
  CHECK_FALSE(window.state.lecture.black);
  window.press(Key::escape);
  CHECK_FALSE(window.state.presenting);
}

TEST_CASE("larger text is larger in a hall too") {
  Hall window;
  const float usual = shown_scale(window.state, 1920, 1080);
  update(window.state, command::ChangeTextScale{+2});
  CHECK(shown_scale(window.state, 1920, 1080) > usual);
}

}  // namespace interleave::gui

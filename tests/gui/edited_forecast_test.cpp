#include <doctest/doctest.h>

#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

void set_food(Headless& window, const char* seconds) {
  update(window.state, command::SetCell{{CellKind::value, 1, "seconds"}, seconds});
  window.frame();
}

void run_to_end(Headless& window) {
  window.click("run"_act);
  window.pass(100);
  window.pass(1);
}

}  // namespace

TEST_CASE("the curve and the comparison are of the edited scenario, while the last run stays on the screen") {
  Headless window(only("coffee-shop"));
  run_to_end(window);
  const auto record = window.state.run.record;
  set_food(window, "7");
  REQUIRE(window.state.forecaster.answer() != nullptr);
  CHECK(window.state.forecaster.answer()->curve_of(Mode::pool)[0].makespan == moment_at(11));
  CHECK(window.state.forecaster.answer()->of(Mode::coroutine).horizon() == moment_at(7));
  CHECK(window.state.run.record == record);
  update(window.state, command::Undo{});
  CHECK(window.state.forecaster.answer()->curve_of(Mode::pool)[0].makespan == moment_at(9));
}

TEST_CASE("the time of the last run is not compared with what the changed scenario would take") {
  Headless window(only("coffee-shop"));
  update(window.state, command::SetMode{Mode::coroutine});
  run_to_end(window);
  REQUIRE(window.shows("1.80× faster"));
  set_food(window, "7");
  CHECK_FALSE(window.shows("faster"));
  CHECK_FALSE(window.shows("one after another"));
  run_to_end(window);
  CHECK(window.shows("1.57× faster"));
}

TEST_CASE("a bar of the comparison is labelled from the scenario as it was edited, one of the last run from its own") {
  Headless window(only("coffee-shop"));
  run_to_end(window);
  update(window.state, command::AddTask{});
  update(window.state, command::LeaveText{});
  update(window.state, command::SetCell{{CellKind::value, 3, "seconds"}, "6"});
  set_food(window, "7");
  CHECK(window.bars(1).back().label == "sleep 5 s");
  window.resize(1920, 1080);
  window.frame();
  window.click("compare"_act);
  update(window.state, command::GoToEnd{});  // where the playhead crosses no label
  window.frame();
  bool edited = false;
  for (const DrawnBar& bar : window.drawn().bars) {
    edited = edited || bar.label == "sleep 6 s";
    CHECK(bar.label != "sleep 5 s");
  }
  CHECK(edited);
}

TEST_CASE("a selected bar of the comparison that an edit takes away is selected no longer") {
  Headless window(only("coffee-shop"));
  run_to_end(window);
  window.click("compare"_act);
  update(window.state, command::SelectSpan{task_id(2), 0, Mode::threads});
  update(window.state, command::SelectCell{{CellKind::name, 2}});
  update(window.state, command::DeleteTask{});
  window.frame();
  CHECK_FALSE(window.state.selection);
}

TEST_CASE("an edit that makes the comparison shorter takes the playhead back to its end") {
  Headless window(only("coffee-shop"));
  run_to_end(window);
  set_food(window, "50");
  window.click("compare"_act);
  update(window.state, command::GoToEnd{});
  REQUIRE(window.state.playhead == moment_at(54));
  update(window.state, command::Undo{});
  CHECK(window.state.playhead == moment_at(9));
}

}  // namespace interleave::gui

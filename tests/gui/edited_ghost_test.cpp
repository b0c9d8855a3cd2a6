// What an edit after a run would change, drawn over the run.
#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/state/progress.h"
#include "tests/gui/desk.h"
#include "tests/gui/finished_run.h"
#include "tests/gui/layout_rules.h"

namespace interleave::gui {

namespace {

void set_seconds(Headless& window, std::size_t task, const char* seconds) {
  update(window.state, command::SetCell{{CellKind::value, task, "seconds"}, seconds});
  window.state.viewport.settle();
  window.frame();
}

std::vector<DrawnBar> ghosts_of_lane(const Headless& window, std::size_t lane) {
  std::vector<DrawnBar> ghosts;
  for (const DrawnBar& ghost : window.drawn().ghosts) {
    if (ghost.lane == lane) ghosts.push_back(ghost);
  }
  return ghosts;
}

}  // namespace

TEST_CASE("while a bar's end is dragged after a run, what would change moves along, and the record stays") {
  FinishedRun window(Mode::coroutine);
  window.click(window.bar_of_lane(2).box.center());
  const DrawnBar bar = window.bar_of_lane(2);
  const Point end{bar.box.right - 1, bar.box.center().y};
  window.move_to(end);
  window.mouse_down();
  window.move_to({end.x + 60, end.y});
  window.frame();
  REQUIRE(ghosts_of_lane(window, 2).size() == 1);
  const float first = ghosts_of_lane(window, 2)[0].box.right;
  CHECK(first == doctest::Approx(bar.box.right + 60).epsilon(0.02));
  window.move_to({end.x + 120, end.y});
  window.frame();
  CHECK(ghosts_of_lane(window, 2).at(0).box.right > first + 40);
  CHECK(window.bar_of_lane(2).box.right == bar.box.right);
  CHECK(window.shows("would take 5.00 s"));
  CHECK(ghosts_of_lane(window, 0).empty());
  window.mouse_up();
  window.frame();
  CHECK(window.bar_of_lane(2).label == "sleep 3 s");
}

TEST_CASE(
    "after an edit the dashes stay, named in the legend and above, until the scenario runs again or is as it was") {
  FinishedRun window(Mode::coroutine);
  CHECK(window.drawn().ghosts.empty());
  CHECK_FALSE(window.shows("after the change, not run"));
  set_seconds(window, 1, "7");
  CHECK(window.shows("after the change, not run"));
  CHECK(window.shows("In dashes: what Run again would do now."));
  CHECK(window.shows("at 7.00 s"));
  CHECK(ghosts_of_lane(window, 1).at(0).box.right == doctest::Approx(window.x(7)).epsilon(0.01));
  CHECK(window.bar_of_lane(1).box.right == doctest::Approx(window.x(5)).epsilon(0.01));
  update(window.state, command::Undo{});
  window.frame();
  CHECK(window.drawn().ghosts.empty());
  update(window.state, command::Redo{});
  window.frame();
  CHECK_FALSE(window.drawn().ghosts.empty());
  window.click("run"_act);
  window.frame();
  CHECK(window.drawn().ghosts.empty());
  CHECK_FALSE(window.shows("after the change, not run"));
}

TEST_CASE("an edit has dashes in every lane in which it changes something, and in no other") {
  FinishedRun window(Mode::sequential);
  set_seconds(window, 1, "2");
  CHECK(ghosts_of_lane(window, 0).empty());
  CHECK(ghosts_of_lane(window, 1).size() == 1);
  CHECK(ghosts_of_lane(window, 2).size() == 2);  // it is queued for less time, and waits from then on
  update(window.state, command::SetView{View::by_worker});
  window.frame();
  CHECK(ghosts_of_lane(window, 0).size() == 2);
}

TEST_CASE("when a task would end stands at the dashes, where the record leaves room") {
  FinishedRun window(Mode::coroutine);
  set_seconds(window, 0, "3");
  CHECK(window.shows("would end at 3.00 s"));
  set_seconds(window, 1, "4");
  CHECK_FALSE(window.shows("would end at 4.00 s"));
  CHECK(ghosts_of_lane(window, 1).size() == 1);
}

TEST_CASE("no label of the record stands within the dashes, where it would seem to be theirs") {
  FinishedRun window(Mode::coroutine);
  window.state.presenting = true;
  window.state.lecture.beside = Beside::console;
  window.use_scale(127);
  window.frame();
  REQUIRE(window.bar_of_lane(0).label == "sleep 1 s");
  set_seconds(window, 1, "7");
  CHECK_FALSE(ghosts_of_lane(window, 1).empty());
  CHECK(window.bar_of_lane(0).label.empty());
}

TEST_CASE("what an edit makes longer than the run is in sight as a whole") {
  FinishedRun window(Mode::coroutine);
  set_seconds(window, 1, "60");
  CHECK(window.x(60) < window.drawn().lanes.right);
  CHECK(ghosts_of_lane(window, 1).at(0).box.right <= window.drawn().lanes.right);
  CHECK(playable_end(window.state) == moment_at(5));
}

TEST_CASE("many short changes have one frame around all of them, not a comb of frames") {
  Headless window(from_text(R"({"interleave": 1, "title": "many", "mode": "coroutine", "tasks": [
    {"name": "a", "steps": [{"repeat": 100, "steps": [{"compute": 0.005}, {"sleep": 0.1}]}]},
    {"name": "b", "steps": [{"repeat": 100, "steps": [{"compute": 0.005}, {"sleep": 0.1}]}]}]})"));
  update(window.state, command::Run{});
  window.pass(100);
  update(window.state, command::SetDuration{task_id(0), window.state.run.record->tasks()[0].spans[0].step, 0.02, 0});
  window.state.viewport.settle();
  window.frame();
  for (const std::size_t lane : {0U, 1U, 2U}) {
    CHECK_FALSE(ghosts_of_lane(window, lane).empty());
    CHECK(ghosts_of_lane(window, lane).size() < 10);
  }
}

TEST_CASE("there are no dashes before a run, in a comparison, or where the tasks are no longer the same") {
  Headless before(only("coffee-shop"));
  set_seconds(before, 1, "7");
  CHECK(before.drawn().ghosts.empty());

  FinishedRun window(Mode::coroutine);
  set_seconds(window, 1, "7");
  REQUIRE_FALSE(window.drawn().ghosts.empty());
  update(window.state, command::SetComparing{Comparing::yes});
  window.frame();
  CHECK(window.drawn().ghosts.empty());
  CHECK_FALSE(window.shows("after the change, not run"));
  update(window.state, command::SetComparing{Comparing::no});
  update(window.state, command::AddTask{});
  window.frame();
  CHECK(window.drawn().ghosts.empty());
  CHECK(window.shows("Run again to see the change"));
}

TEST_CASE("with dashes over a run nothing is cut off or over something else, at any size") {
  for (const Shape shape : kShapes) {
    for (const Mode mode : kModes) {
      for (const char* seconds : {"2", "6", "9"}) {
        FinishedRun window(mode);
        window.resize(shape.width, shape.height);
        window.use_scale(shape.scale);
        set_seconds(window, 1, seconds);
        for (const View view : {View::by_task, View::by_worker}) {
          update(window.state, command::SetView{view});
          window.frame();
          CAPTURE(shape.width);
          CAPTURE(shape.scale);
          CAPTURE(name(mode));
          CAPTURE(seconds);
          CHECK(overlapping_texts(window.drawn()) == Broken());
          CHECK(cut_or_small_texts(window.drawn(), shape) == Broken());
        }
      }
    }
  }
}

}  // namespace interleave::gui

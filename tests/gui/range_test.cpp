
#include <doctest/doctest.h>

#include "app/gui/model/explain/range_figures.h"
#include "app/gui/model/explain/shown_events.h"
#include "core/run/simulate.h"
#include "tests/gui/finished_run.h"
#include "tests/support/scenarios.h"

namespace interleave::gui {

namespace {

std::shared_ptr<const Timeline> coffee_shop_in_range(Mode mode) {
  const Scenario scenario = testing::built_in("coffee-shop");
  RunSettings settings = default_settings(scenario);
  settings.mode = mode;
  return simulate(scenario, settings);
}

Duration length(double of_seconds) { return at(of_seconds).time_since_epoch(); }

}  // namespace

TEST_CASE("a stretch's figures are those of what happened within it alone") {
  // Two workers: coffee 0-1, food 0-5; cake is queued 0-1 and sleeps 1-4.
  const auto pool = coffee_shop_in_range(Mode::pool);
  const RangeFigures figures = figures_within(*pool, at(0.5), at(2));
  CHECK(figures.length == length(1.5));
  CHECK(figures.work == length(3));
  REQUIRE(figures.workers.size() == 2);
  CHECK(figures.workers[0].held == length(1.5));
  CHECK(figures.workers[0].busy == Duration{0});
  CHECK(figures.longest_waiter == task_id(2));
  CHECK(figures.longest_wait == length(0.5));
}

TEST_CASE("a coroutine's stretch of waiting holds its worker not at all, and nobody is queued in it") {
  const auto loop = coffee_shop_in_range(Mode::coroutine);
  const RangeFigures figures = figures_within(*loop, at(1.5), at(2.5));
  CHECK(figures.work == length(2));
  CHECK(figures.workers.at(0).held == Duration{0});
  CHECK(figures.longest_waiter == TaskId::none);
}

TEST_CASE("figures of stretches that follow each other add up to those of the whole") {
  for (Mode mode : kModes) {
    const auto run = coffee_shop_in_range(mode);
    const RangeFigures whole = figures_within(*run, at(0), run->horizon());
    RangeFigures sum;
    sum.workers.resize(whole.workers.size());
    const double end = seconds(run->horizon());
    for (int i = 0; i < 7; ++i) {
      const RangeFigures part = figures_within(*run, at(end * i / 7), at(end * (i + 1) / 7));
      sum.work += part.work;
      for (std::size_t w = 0; w < sum.workers.size(); ++w) sum.workers[w].held += part.workers[w].held;
    }
    CHECK(sum.work == whole.work);
    for (std::size_t w = 0; w < sum.workers.size(); ++w) CHECK(sum.workers[w].held == whole.workers[w].held);
  }
}

TEST_CASE("edges snap to what is near: bars, the playhead, marks; and to nothing else") {
  FinishedRun window(Mode::pool);
  update(window.state, command::MovePlayhead{at(2)});
  update(window.state, command::EditMark{at(2.5)});
  CHECK(snapped(window.state, at(0.96), length(0.05)) == at(1));
  CHECK(snapped(window.state, at(1.04), length(0.05)) == at(1));
  CHECK(snapped(window.state, at(2.03), length(0.05)) == at(2));
  CHECK(snapped(window.state, at(2.46), length(0.05)) == at(2.5));
  CHECK(snapped(window.state, at(3.3), length(0.05)) == at(3.3));
}

TEST_CASE("a drag across the lanes measures from the edge it began near to the one it ends near") {
  FinishedRun window(Mode::pool);
  const Point from{window.x(1) + 3, window.between_lanes(1).y};
  window.drag(from, {window.x(4) - 4, from.y});
  REQUIRE(window.state.selected_range);
  CHECK(*window.state.selected_range == SelectedRange{at(1), at(4)});
  CHECK(window.shows("3.00 s"));
  CHECK(window.shows("FROM 1.00 s TO 4.00 s"));
  CHECK(window.shows("6.00 s, running and sleeping of all tasks"));
  CHECK(window.shows("nobody was queued or ready"));
}

TEST_CASE("a drag that begins at an edge of the stretch moves that edge and leaves the other") {
  FinishedRun window(Mode::pool);
  update(window.state, command::SelectRange{at(1), at(4)});
  window.frame();
  window.drag({window.x(4) + 2, window.between_lanes(4).y}, window.between_lanes(3.3));
  REQUIRE(window.state.selected_range);
  CHECK(window.state.selected_range->begin() == at(1));
  CHECK(seconds(window.state.selected_range->end()) == doctest::Approx(3.3).epsilon(0.01));
}

TEST_CASE("a hand that trembles by a pixel or two clicks and selects no stretch") {
  FinishedRun window(Mode::pool);
  const Point bar = window.bar_of_lane(1).box.center();
  window.drag(bar, {bar.x + 2, bar.y});
  CHECK_FALSE(window.state.selected_range);
  CHECK(window.state.selection == Selection{task_id(1), 0});
}

TEST_CASE("Shift and arrows make a stretch from the playhead, event by event, and take it back") {
  FinishedRun window(Mode::pool);
  update(window.state, command::MovePlayhead{at(1)});
  window.press(Key::right, true);
  CHECK(window.state.selected_range == SelectedRange{at(1), at(4)});
  window.press(Key::right, true);
  CHECK(window.state.selected_range == SelectedRange{at(1), at(5)});
  window.press(Key::left, true);
  window.press(Key::left, true);
  CHECK_FALSE(window.state.selected_range);
  window.press(Key::left, true);
  CHECK(window.state.selected_range == SelectedRange{at(1), at(0)});
  CHECK(window.state.playhead == at(1));
}

TEST_CASE("R takes the selected bar's stretch, without one that between the events around the playhead") {
  FinishedRun window(Mode::pool);
  update(window.state, command::SelectSpan{task_id(2), 1});
  window.type("r");
  CHECK(window.state.selected_range == SelectedRange{at(1), at(4)});
  CHECK_FALSE(window.state.selection);
  window.press(Key::escape);
  CHECK_FALSE(window.state.selected_range);
  update(window.state, command::MovePlayhead{at(4.5)});
  window.type("r");
  CHECK(window.state.selected_range == SelectedRange{at(4), at(5)});
}

TEST_CASE("what lies beyond the playhead of a run that has not ended is called predicted") {
  Headless window(only("coffee-shop"));
  update(window.state, command::SelectRange{at(1), at(2)});
  window.frame();
  CHECK(window.shows("AS PREDICTED"));
}

TEST_CASE("a click beside all bars selects nothing any more") {
  FinishedRun window(Mode::pool);
  update(window.state, command::SelectRange{at(1), at(2)});
  window.click(window.between_lanes(3));
  CHECK_FALSE(window.state.selected_range);
}

}  // namespace interleave::gui

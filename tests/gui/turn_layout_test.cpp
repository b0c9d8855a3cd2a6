#include "app/gui/model/picture/turn_layout.h"

#include <doctest/doctest.h>

#include "tests/support/events.h"

namespace interleave::gui {

using testing::at;

TEST_CASE("turns of one pixel make one mark, and those after the playhead none") {
  const std::vector<Turn> turns = {
      {at(0), task_id(0)}, {at(0), task_id(1)}, {at(0.001), task_id(2)}, {at(5), task_id(0)}};
  const TimeScale scale({0, 10}, 0, 1000);
  const auto marks = lay_out_turns(turns, scale, at(3));
  REQUIRE(marks.size() == 1);
  CHECK(marks[0].count == 3);
  CHECK(lay_out_turns(turns, scale, at(5)).size() == 2);
  CHECK(lay_out_turns(turns, scale, Time{Duration{-1}}).empty());
}

TEST_CASE("turns are crowded where several follow each other closely, and not where two do") {
  std::vector<TurnTick> ticks;
  for (const float x : {0.F, 3.F, 100.F, 200.F, 300.F, 303.F, 306.F, 309.F, 312.F, 315.F, 318.F, 321.F, 324.F}) {
    ticks.push_back({x, ticks.size(), 1});
  }
  CHECK_FALSE(is_crowded(ticks, 0, 6));
  CHECK_FALSE(is_crowded(ticks, 2, 6));
  CHECK(is_crowded(ticks, 8, 6));
  CHECK(is_crowded(ticks, 12, 6));
  CHECK_FALSE(is_crowded(std::span(ticks).subspan(9, 3), 1, 6));
}

TEST_CASE("the widest gap lies between what is drawn") {
  const std::vector<Bar> bars = {{100, 200, Look::running, false, 0, 1, true}};
  const std::vector<TurnTick> marks = {{0, 0, 1}, {700, 1, 1}};
  const Gap gap = widest_gap(bars, marks, 0, 800);
  CHECK(gap.left == doctest::Approx(200));
  CHECK(gap.right == doctest::Approx(700));
}

}  // namespace interleave::gui

// What is written on bars and beside them, and on the axis above.
#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/model/update/update.h"
#include "app/gui/views/timeline/bar_paint.h"
#include "core/scenario/built_in.h"
#include "core/timeline/deadlock.h"
#include "tests/gui/finished_run.h"
#include "tests/gui/layout_rules.h"

namespace interleave::gui {

namespace {

const DrawnText* find_text(const Headless& window, std::string_view text) {
  const auto& texts = window.drawn().texts;
  const auto found = std::find_if(texts.begin(), texts.end(), [&](const DrawnText& one) { return one.text == text; });
  return found == texts.end() ? nullptr : &*found;
}

// Of the bars whose state stripes, dots or an outline tell, those that are low and have a text over them. Three texts
// have plates: how many uses of what is shared there are, on the upper edge, where the marks of single ones are; what a
// mark of a wrong use is called, on the lower one; and what a task of a deadlock waits for, at the end of its bar.
// Above the first lane there is no room for the whole of a plate, which is moved down by that.
constexpr float kMovedDown = 4;

std::vector<std::string> covered_looks(const Headless& window) {
  std::vector<std::string> covered;
  for (const DrawnBar& bar : window.drawn().bars) {
    if (is_solid(bar.look) || bar.future || bar.look == Look::folded || bar.look == Look::dense) continue;
    for (const DrawnText& text : window.drawn().texts) {
      const bool is_on_edge = text.box.center().y <= bar.box.top + kMovedDown || text.box.center().y >= bar.box.bottom;
      const bool may_be_deadlocked = is_deadlocked(*window.state.run.record) || window.state.comparing;
      const bool is_of_deadlock =
          may_be_deadlocked && (text.text.starts_with("waits for ") || text.text.starts_with("then waits for "));
      if (is_on_edge || is_of_deadlock) continue;
      if (overlap(text.box, bar.box) && bar.box.height() < 2 * text.size) covered.push_back(text.text);
    }
  }
  return covered;
}

}  // namespace

TEST_CASE("no text covers the look of a low bar, in any mode, view or comparison") {
  for (const BuiltIn& built_in : built_in_scenarios()) {
    for (const Mode mode : kModes) {
      FinishedRun window(mode, built_in.name);
      for (const Comparing comparing : {Comparing::no, Comparing::yes}) {
        for (const View view : {View::by_task, View::by_worker}) {
          update(window.state, command::SetComparing{comparing});
          update(window.state, command::SetView{view});
          window.frame();
          CAPTURE(built_in.name);
          CAPTURE(name(mode));
          for (const std::string& text : covered_looks(window)) FAIL_CHECK(text);
        }
      }
    }
  }
}

TEST_CASE("a high bar says on itself what it is, a low one beside itself, behind how its task ended") {
  FinishedRun high(Mode::coroutine);
  CHECK(high.bar_of_lane(1).label == "sleep 5 s");
  CHECK(overlap(find_text(high, "sleep 5 s")->box, high.bar_of_lane(1).box));

  FinishedRun low(Mode::threads);
  update(low.state, command::SetComparing{Comparing::yes});
  update(low.state, command::SetView{View::by_worker});
  low.frame();
  const DrawnBar bar = low.bars(6).at(0);
  CHECK(bar.label == "food: sleep 5 s");
  REQUIRE(find_text(low, "(food: sleep 5 s)") != nullptr);
  const Rect label = find_text(low, "(food: sleep 5 s)")->box;
  const auto& texts = low.drawn().texts;
  const auto end = std::find_if(texts.begin(), texts.end(), [&](const DrawnText& text) {
    return text.text == "at 5.00 s" && overlap(text.box, {0, label.top, 2000, label.bottom});
  });
  REQUIRE(end != texts.end());
  CHECK(end->box.left > bar.box.right);
  CHECK(label.left > end->box.right);
}

TEST_CASE("low bars of a lane with several have no label beside them, which would seem to be of another one") {
  for (const auto& [mode, scenario] :
       {std::pair(Mode::sequential, "coffee-shop"), std::pair(Mode::coroutine, "photo-filters")}) {
    FinishedRun window(mode, scenario);
    update(window.state, command::SetComparing{Comparing::yes});
    update(window.state, command::SetView{View::by_worker});
    window.frame();
    const auto lanes = shown_lanes(window.state);
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
      if (lanes[lane].spans.size() < 2) continue;
      for (const DrawnBar& bar : window.bars(lane)) {
        if (!is_solid(bar.look)) CHECK(bar.label == "");
      }
    }
  }
}

TEST_CASE("the playhead's plate stands beside a label of the axis, unless it says the same") {
  FinishedRun window(Mode::sequential);
  for (const double moment : {1.8, 2.0, 2.2, 3.1, 3.8, 4.2, 8.25}) {
    update(window.state, command::MovePlayhead{moment_at(moment)});
    window.frame();
    CAPTURE(moment);
    const auto* plate = find_text(window, moment_text(moment, 0.01));
    REQUIRE(plate != nullptr);
    for (const char* label : {"2 s", "4 s", "8 s"}) {
      const bool says_the_same = std::string(label) == "2 s" && moment == 2.0;
      CHECK((find_text(window, label) != nullptr) != says_the_same);
    }
    CHECK(plate->box.left <= window.drawn().playhead_x + plate->box.width());
    CHECK(plate->box.right >= window.drawn().playhead_x - plate->box.width());
  }
}

TEST_CASE("wherever the playhead stands, no label of the axis is half covered") {
  FinishedRun window(Mode::sequential);
  for (int i = 0; i <= 180; ++i) {
    update(window.state, command::MovePlayhead{moment_at(i * 0.05)});
    window.frame();
    CAPTURE(i);
    CHECK(overlapping_texts(window.drawn()) == Broken());
  }
}

}  // namespace interleave::gui

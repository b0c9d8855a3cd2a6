#include "app/gui/model/state/marks.h"

#include <doctest/doctest.h>

#include "app/gui/model/state/typing.h"
#include "tests/gui/finished_run.h"

namespace interleave::gui {

TEST_CASE("M marks the moment at the playhead and takes its name at once") {
  FinishedRun window(Mode::pool);
  update(window.state, command::MovePlayhead{at(2)});
  window.type("mhalf way");
  window.press(Key::enter);
  CHECK(window.state.marks.all == std::vector<Mark>{{at(2), "half way"}});
  CHECK_FALSE(typing(window.state));
  CHECK(window.shows("half way"));
}

TEST_CASE("a mark may have no name, and Esc while it is made leaves none") {
  FinishedRun window(Mode::pool);
  window.type("m");
  window.press(Key::enter);
  CHECK(window.state.marks.all == std::vector<Mark>{{at(5), ""}});
  update(window.state, command::MovePlayhead{at(2)});
  window.type("mwrong");
  window.press(Key::escape);
  CHECK(window.state.marks.all.size() == 1);
}

TEST_CASE("M on a marked moment changes that mark's name, and Esc leaves it as it was") {
  FinishedRun window(Mode::pool);
  window.type("mab");
  window.press(Key::enter);
  window.type("m");
  window.press(Key::backspace);
  window.type("c");
  window.press(Key::enter);
  CHECK(window.state.marks.all == std::vector<Mark>{{at(5), "ac"}});
  window.type("mxyz");
  window.press(Key::escape);
  CHECK(window.state.marks.all == std::vector<Mark>{{at(5), "ac"}});
}

TEST_CASE("a mark's name is edited as any text is, with an undo of its own") {
  FinishedRun window(Mode::pool);
  window.type("mnoon");
  window.press(Key::home);
  window.type("x");
  window.press_key({Key::none, U'z', true});
  window.press(Key::enter);
  CHECK(window.state.marks.all == std::vector<Mark>{{at(5), "noon"}});
}

TEST_CASE("a click on a flag goes there, a second one opens its name, and its cross deletes it") {
  FinishedRun window(Mode::pool);
  for (double time : {1.0, 3.0}) {
    update(window.state, command::EditMark{at(time)});
    update(window.state, command::EndTyping{});
  }
  window.frame();
  REQUIRE(window.drawn().flags.size() == 2);
  const Point flag{window.drawn().flags[0].box.left + 6, window.drawn().flags[0].box.center().y};
  window.click(flag);
  CHECK(window.state.playhead == at(1));
  window.pass(1);
  window.click(flag);
  CHECK(typing(window.state));
  window.press(Key::enter);
  window.frame();
  REQUIRE_FALSE(window.drawn().flags[0].delete_box.empty());
  window.click(window.drawn().flags[0].delete_box.center());
  CHECK(window.state.marks.all == std::vector<Mark>{{at(3), ""}});
}

TEST_CASE("keys go from mark to mark and delete the one at the playhead") {
  FinishedRun window(Mode::pool);
  for (double time : {3.5, 1.5}) {
    update(window.state, command::EditMark{at(time)});
    update(window.state, command::EndTyping{});
  }
  window.press_with_control(Key::left);
  CHECK(window.state.playhead == at(3.5));
  window.press_with_control(Key::left);
  CHECK(window.state.playhead == at(1.5));
  window.press(Key::remove);
  CHECK(window.state.marks.all == std::vector<Mark>{{at(3.5), ""}});
  window.press_with_control(Key::right);
  CHECK(window.state.playhead == at(3.5));
}

TEST_CASE("marks stay where they are in the scenario's time from run to run, and go with the scenario") {
  FinishedRun window(Mode::pool);
  update(window.state, command::EditMark{at(1)});
  update(window.state, command::Run{});
  CHECK(window.state.marks.all.size() == 1);
  update(window.state, command::ChooseScenario{0});
  CHECK(window.state.marks.all.empty());
}

TEST_CASE("a press beside the field keeps what was typed") {
  FinishedRun window(Mode::pool);
  window.type("mdone");
  window.click(window.drawn().panels.at(0).center());
  CHECK_FALSE(typing(window.state));
  CHECK(window.state.marks.all == std::vector<Mark>{{at(5), "done"}});
}

}  // namespace interleave::gui

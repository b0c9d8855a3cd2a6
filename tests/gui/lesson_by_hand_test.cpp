// Answers that are dragged: moments in the empty picture, tasks in an order, a task that is pointed at.
#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>

#include "tests/gui/lesson_window.h"

namespace interleave::gui {

namespace {

std::string asks(std::string_view question) {
  std::string text(kAsksForMakespan);
  const std::string_view as_it_is = "makespan\n- sequential: One after another.";
  return text.replace(text.find(as_it_is), as_it_is.size(), question);
}

// Where a text stands that is on the slide, and where the name of a lane does.
Point on_slide(const OneQuestion& window, const std::string& text) {
  const auto& texts = window.drawn().texts;
  const auto found = std::find_if(texts.rbegin(), texts.rend(), [&](const DrawnText& drawn) {
    return drawn.text == text && drawn.box.left < window.drawn().lanes.left / 2;
  });
  REQUIRE(found != texts.rend());
  return found->box.center();
}
Point in_lane(const OneQuestion& window, const std::string& name) {
  const Rect lanes = window.drawn().lanes;
  const auto& texts = window.drawn().texts;
  const auto found = std::find_if(texts.begin(), texts.end(), [&](const DrawnText& drawn) {
    return drawn.text == name && drawn.box.left > lanes.left / 2 && drawn.box.top >= lanes.top;
  });
  REQUIRE(found != texts.end());
  return {lanes.center().x, found->box.center().y};
}

}  // namespace

TEST_CASE("a moment is dragged to in the empty picture, and nobody is committed before Enter") {
  OneQuestion window;
  const Rect lanes = window.drawn().lanes;
  window.drag({lanes.left + lanes.width() / 4, lanes.center().y}, {lanes.center().x, lanes.center().y});
  const double extent = window.state.viewport.range().end;
  CHECK(std::abs(std::stod(window.state.typed_in_lesson) - extent / 2) < extent / 50);
  REQUIRE(window.state.believed);
  CHECK(window.state.believed->said == window.state.typed_in_lesson + " s?");
  CHECK(window.state.answer_first);
  CHECK(window.state.playhead == Time{});
  window.click("enter-in-lesson"_act);
  CHECK_FALSE(window.state.answer_first);
  CHECK(window.show().question(0)->is_settled());
}

TEST_CASE("what is typed of a moment stands in the picture, in the lane of the task that is asked about") {
  OneQuestion window(asks("ends food\n- sequential: One after another."));
  window.type("5");
  REQUIRE(window.state.believed);
  CHECK(window.state.believed->at == moment_at(5));
  CHECK(window.state.believed->task == TaskId{1});
  window.press(Key::backspace);
  CHECK_FALSE(window.state.believed);
}

TEST_CASE("in a hall a drag in the picture answers nothing") {
  OneQuestion window;
  window.state.presenting = true;
  window.frame();
  const Rect lanes = window.drawn().lanes;
  window.drag({lanes.left + 20, lanes.center().y}, {lanes.center().x, lanes.center().y});
  CHECK(window.state.typed_in_lesson.empty());
  CHECK(window.state.answer_first);
}

TEST_CASE("tasks are dragged into the order in which they end, and nobody is committed before Enter") {
  OneQuestion window(asks("order\n- sequential: One after another."));
  REQUIRE(window.asked().arranged == std::vector<std::string>{"cake", "coffee", "food"});
  window.drag(on_slide(window, "coffee"), on_slide(window, "cake"));
  CHECK(window.asked().arranged == std::vector<std::string>{"coffee", "cake", "food"});
  CHECK(window.state.answer_first);
  window.press(Key::enter);
  CHECK_FALSE(window.state.answer_first);
  REQUIRE(window.show().question(0)->committed);
  CHECK(window.show().question(0)->committed == window.show().question(0)->right());
}

TEST_CASE("tasks come one behind the other by their letters, and begin anew behind the last") {
  OneQuestion window(asks("order\n- sequential: One after another."));
  window.type("c");
  CHECK(window.asked().arranged == std::vector<std::string>{"food", "cake", "coffee"});
  window.type("c");
  CHECK(window.asked().arranged == std::vector<std::string>{"food", "cake", "coffee"});
  window.type("ba");
  CHECK(window.asked().arranged == std::vector<std::string>{"food", "coffee", "cake"});
  window.type("b");
  CHECK(window.asked().arranged == std::vector<std::string>{"coffee", "food", "cake"});
  window.press(Key::enter);
  REQUIRE(window.show().question(0)->committed);
  CHECK_FALSE(window.show().question(0)->committed == window.show().question(0)->right());
  CHECK(window.reads("One after another."));
}

TEST_CASE("an order that the lesson has no words for is told what it was") {
  OneQuestion window(asks("order\n- sequential: One after another."));
  window.type("cab");
  window.press(Key::enter);
  REQUIRE(window.show().question(0)->typed);
  CHECK(window.show().question(0)->typed->text == "food, cake, coffee");
  CHECK_FALSE(window.show().question(0)->typed->said.empty());
}

TEST_CASE("a task that is asked for is pressed in the picture") {
  OneQuestion window(asks("point last\n- food: The longest.\n- cake: The last of the list."));
  window.click(in_lane(window, "food"));
  const AskedQuestion& asked = *window.show().question(0);
  REQUIRE(asked.committed);
  CHECK(std::get<std::string>(*asked.answers[*asked.committed].answer) == "food");
}

}  // namespace interleave::gui

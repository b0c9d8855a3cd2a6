// What somebody alone answers, and what becomes of it.
#include <algorithm>
#include <doctest/doctest.h>

#include "core/lesson/words.h"
#include "tests/gui/lesson_window.h"

namespace interleave::gui {

TEST_CASE("who commits sees the run, what was right, and what is said to the answer; and has no second try") {
  LessonWindow window("coffee-shop");
  window.go_to_question();
  const std::size_t build = window.show().builds - 1;
  const std::size_t right = window.right_answer();
  const std::size_t wrong = right == 0 ? 1 : 0;
  window.answer(wrong);
  CHECK_FALSE(window.state.answer_first);
  REQUIRE(window.show().question(build) != nullptr);
  CHECK(window.show().question(build)->committed == wrong);
  update(window.state, command::CommitAnswer{right});
  CHECK(window.show().question(build)->committed == wrong);
  CHECK_FALSE(window.state.run.record->tasks().empty());
  window.press(Key::page_up);
  CHECK_FALSE(window.state.answer_first);
}

TEST_CASE("a number is typed, and what is none is told") {
  OneQuestion window;
  REQUIRE(window.state.answer_first);
  window.type("9.x5");
  CHECK(window.state.typed_in_lesson == "9.5");
  window.press(Key::backspace);
  window.press(Key::backspace);
  CHECK(window.state.typed_in_lesson == "9");
  window.type("--");
  window.press(Key::enter);
  CHECK(window.state.answer_first);
  REQUIRE(window.state.notice);
  CHECK(window.state.notice->text.starts_with("That is no answer: "));
  window.type("9");
  window.press(Key::enter);
  window.frame();
  CHECK_FALSE(window.state.answer_first);
  CHECK(window.reads("One after another."));
}

TEST_CASE("what was typed and not committed is there again when its question is, and what was committed is not typed") {
  OneQuestion window;
  window.type("9.5");
  update(window.state, command::GoToSlide{2});
  CHECK(window.state.typed_in_lesson.empty());
  update(window.state, command::GoToSlide{1});
  window.go_to_question();
  CHECK(window.state.answer_first);
  CHECK(window.state.typed_in_lesson == "9.5");
  REQUIRE(window.state.believed);
  CHECK(seconds(window.state.believed->at) == 9.5);
  window.press(Key::enter);
  CHECK_FALSE(window.state.answer_first);
  update(window.state, command::ShowSlideAgain{});
  CHECK(window.state.typed_in_lesson.empty());
}

TEST_CASE("an answer that the lesson has no words for is told what it was") {
  OneQuestion window;
  window.type("2");
  window.press(Key::enter);
  REQUIRE(window.asked().typed);
  CHECK(window.asked().typed->text == "2 s");
  CHECK(lesson::plain_text(window.asked().typed->said).starts_with("You said 2 s"));
}

TEST_CASE("what was said stays beside the run until the next slide, and the run plays") {
  OneQuestion window;
  window.type("9");
  window.press(Key::enter);
  REQUIRE(window.state.believed);
  CHECK(seconds(window.state.believed->at) == 9);
  CHECK(window.state.playing);
  window.pass(0.5);
  CHECK(window.shows("you said 9 s"));
  CHECK(window.state.viewport.extent() >= 9);
  window.press(Key::page_down);
  CHECK_FALSE(window.state.believed);
  CHECK_FALSE(window.shows("you said 9 s"));
}

TEST_CASE("another like it asks about other numbers, says which, and leaves the next slide the lesson's own") {
  OneQuestion window;
  window.type("9");
  window.press(Key::enter);
  const Scenario before = window.state.scenario();
  const Answer right = *window.asked().answers[window.right_answer()].answer;
  update(window.state, command::AskAnotherLikeIt{});
  window.frame();
  CHECK(window.state.answer_first);
  CHECK(window.state.scenario().tasks != before.tasks);
  CHECK(*window.asked().answers[window.right_answer()].answer != right);
  CHECK_FALSE(window.reads("food 5 s"));
  CHECK(window.reads("The same with other numbers"));
  window.answer(window.right_answer());
  CHECK_FALSE(window.state.answer_first);
  window.press(Key::page_down);
  CHECK(window.state.scenario().tasks == before.tasks);
}

}  // namespace interleave::gui

// A lesson before a hall: hands, notes, slides by number.
#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/input/lesson_keys.h"
#include "core/lesson/built_in_lessons.h"
#include "tests/gui/lesson_window.h"

namespace interleave::gui {

TEST_CASE("a clicker alone walks every lesson in a hall, whose solutions it shows") {
  for (const lesson::BuiltInLesson& one : lesson::built_in_lessons()) {
    CAPTURE(one.name);
    LessonWindow window(one.name);
    window.state.presenting = true;
    std::size_t solved = 0;
    const auto& show = window.show();
    for (int presses = 0; presses < 1000; ++presses) {
      const bool is_end = show.slide + 1 == show.lesson->slides.size() && show.builds == show.shown().builds.size();
      if (is_end && !window.state.answer_first) break;
      solved += window.state.answer_first ? 1 : 0;
      window.press(Key::page_down);
    }
    CHECK(show.slide + 1 == show.lesson->slides.size());
    CHECK(solved == count_predictions(*show.lesson));
    CHECK(window.state.lessons_done == std::vector{std::string(one.name)});
  }
}

TEST_CASE("a letter is an answer wherever its key stands, and a number whatever must be held to type it") {
  for (const Key key : {Key::none, Key::position_a, Key::position_s}) {
    const auto chosen = lesson_command_for({key, U'a', false, false}, {.asks = true});
    REQUIRE(chosen);
    CHECK(*chosen == Command(command::CommitAnswer{0}));
  }
  CHECK(lesson_command_for({Key::position_d, U'D', false, true}, {.asks = true, .in_hall = true}) ==
        Command(command::CountHands{3, 10}));
  for (const bool shift : {false, true}) {
    CHECK(lesson_command_for({Key::none, U'3', false, shift}, {.in_hall = true}) ==
          Command(command::TypeInLesson{"3"}));
  }
  CHECK_FALSE(lesson_command_for({Key::position_w, U'w', false, false}, {.asks = true}));
}

TEST_CASE("in a hall hands are counted twice, are shown to all only then, and the solution comes last") {
  OneQuestion window;
  window.state.presenting = true;
  const std::size_t right = window.right_answer();
  const std::size_t wrong = right == 0 ? 1 : 0;
  const auto raise = [&](std::size_t position, bool ten) {
    window.press_key({Key::none, U'a' + static_cast<char32_t>(position), false, ten});
  };
  raise(right, false);
  raise(wrong, true);
  CHECK(window.asked().hands.first[right] == 1);
  CHECK(window.asked().hands.first[wrong] == 10);
  window.frame();
  CHECK_FALSE(window.shows("1 → "));
  window.press(Key::page_down);
  raise(right, true);
  window.frame();
  CHECK_FALSE(window.shows("1 → 10"));
  CHECK(window.state.answer_first);
  window.press(Key::page_down);
  window.frame();
  CHECK(window.shows("1 → 10"));
  CHECK(window.shows("10 → 0"));
  CHECK(window.state.answer_first);
  window.press(Key::page_down);
  CHECK_FALSE(window.state.answer_first);
  CHECK(window.asked().solved);
}

TEST_CASE("the speaker's notes say what was counted, and to let neighbours talk where 30 to 70 % are right") {
  OneQuestion window;
  window.state.presenting = true;
  window.type("n");
  const std::size_t right = window.right_answer();
  const std::size_t wrong = right == 0 ? 1 : 0;
  update(window.state, command::CountHands{right, 9});
  update(window.state, command::CountHands{wrong, 1});
  window.frame();
  CHECK(window.reads("90 % right"));
  CHECK_FALSE(window.shows("neighbours"));
  update(window.state, command::CountHands{wrong, 8});
  window.frame();
  CHECK(window.reads("50 % right"));
  CHECK(window.shows("neighbours"));
}

TEST_CASE("in a hall a number and Enter go to that slide, and O shows all of them") {
  LessonWindow window("coffee-shop");
  window.state.presenting = true;
  window.type("3");
  window.press(Key::enter);
  CHECK(window.show().slide == 2);
  window.type("999");
  window.press(Key::enter);
  CHECK(window.show().slide == 2);
  REQUIRE(window.state.notice);
  CHECK(window.state.notice->text.starts_with("There is no slide 999"));
  window.type("o");
  window.frame();
  for (const lesson::Slide& slide : window.show().lesson->slides) CHECK(window.shows(slide.title));
  update(window.state, command::GoToSlide{1});
  CHECK_FALSE(window.state.shows_slides);
  window.type("o");
  window.press(Key::escape);
  CHECK_FALSE(window.state.shows_slides);
  CHECK(window.state.presenting);
}

TEST_CASE("notes are the speaker's, and come and go with N") {
  LessonWindow window("coffee-shop");
  CHECK_FALSE(window.shows("NOTES"));
  window.type("n");
  window.frame();
  CHECK(window.shows("NOTES"));
  window.type("n");
  window.frame();
  CHECK_FALSE(window.shows("NOTES"));
}

TEST_CASE("Ctrl+F holds what a hall sees until it is pressed again, the screen is black, or the hall is left") {
  OneQuestion window;
  const KeyPress freeze{Key::none, U'f', true, false};
  window.press_key(freeze);
  CHECK_FALSE(window.state.lecture.frozen);
  update(window.state, command::Escape{});
  window.state.presenting = true;
  window.press_key(freeze);
  CHECK(window.state.lecture.frozen);
  window.press_key(freeze);
  CHECK_FALSE(window.state.lecture.frozen);
  window.press_key(freeze);
  update(window.state, command::ToggleBlack{});
  CHECK_FALSE(window.state.lecture.frozen);
  window.press_key(freeze);
  window.press(Key::f5);
  CHECK_FALSE(window.state.lecture.frozen);
}

TEST_CASE("the notes have the time since the first slide was left, and what is left of the lesson's minutes") {
  OneQuestion window;
  window.state.presenting = true;
  window.type("n");
  window.pass(10);
  window.frame();
  CHECK(window.shows("0:00 of 3 min, 3:00 left"));
  update(window.state, command::GoToSlide{2});
  CHECK_FALSE(tick(window.state, 0.4));
  CHECK(tick(window.state, 0.7));
  window.pass(70);
  window.frame();
  CHECK(window.shows("1:11 of 3 min, 1:49 left"));
  window.pass(120);
  window.frame();
  CHECK(window.shows("3:11 of 3 min, 0:11 over"));
}

}  // namespace interleave::gui

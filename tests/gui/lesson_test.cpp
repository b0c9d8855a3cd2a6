// A lesson in the window: slides, questions that come before the run, notes, and that nothing gives the answer away.
#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/lesson/lesson_show.h"
#include "app/gui/model/lesson/play_lesson.h"
#include "app/gui/model/update/update.h"
#include "core/lesson/built_in_lessons.h"
#include "tests/gui/fake_files.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

struct Class : Headless {
  explicit Class(std::string_view lesson) : Headless(only("coffee-shop")) {
    resize(1920, 1080);
    state.lesson_player = lesson_player();
    update(state, command::OpenLesson{std::string(lesson)});
    frame();
  }

  const LessonShow& show() const { return *state.lesson; }
  void press(Key key) { press_key({key, 0, false, false}); }
  // Goes on until somebody is asked, or the lesson is over.
  void go_to_question() {
    for (int i = 0; i < 200 && !state.answer_first; ++i) press(Key::page_down);
  }
  std::size_t right_answer() const {
    const auto& answers = show().question(show().builds - 1)->answers;
    const auto right =
        std::find_if(answers.begin(), answers.end(), [](const OfferedAnswer& answer) { return answer.is_right; });
    return static_cast<std::size_t>(right - answers.begin());
  }
};

}  // namespace

TEST_CASE("a clicker walks every lesson from its first slide to its last, with right and with each wrong answer") {
  for (const lesson::BuiltInLesson& one : lesson::built_in_lessons()) {
    CAPTURE(one.name);
    for (std::size_t choice = 0; choice < 4; ++choice) {
      Class window(one.name);
      REQUIRE(window.state.lesson != nullptr);
      const std::size_t slides = window.show().lesson->slides.size();
      std::size_t asked = 0;
      for (int presses = 0; presses < 1000; ++presses) {
        if (window.state.answer_first) {
          ++asked;
          const std::size_t count = window.show().question(window.show().builds - 1)->answers.size();
          CHECK(count >= 2);
          const std::size_t answer = choice == 0 ? window.right_answer() : choice % count;
          window.press_key({Key::none, U'a' + static_cast<char32_t>(answer), false, false});
          CHECK_FALSE(window.state.answer_first);
        }
        for (const lesson::Finding& fault : window.show().faults) FAIL_CHECK(fault.message);
        if (window.show().slide + 1 == slides && window.show().builds == window.show().shown().builds.size()) break;
        window.press(Key::page_down);
      }
      CHECK(window.show().slide + 1 == slides);
      CHECK(asked == count_predictions(*window.show().lesson));
    }
  }
}

TEST_CASE("until somebody has committed to an answer, nobody goes on, runs, or chooses another mode") {
  Class window("coffee-shop");
  window.go_to_question();
  REQUIRE(window.state.answer_first);
  const std::size_t slide = window.show().slide;
  const std::size_t builds = window.show().builds;
  const Mode mode = window.state.settings.mode;
  for (const Command& command :
       {Command(command::NextBuild{}), Command(command::Run{}), Command(command::SetMode{Mode::sequential}),
        Command(command::SetComparing{Comparing::yes}), Command(command::ShowOutcomes{OutcomesShown::yes}),
        Command(command::OpenExport{}), Command(command::TogglePause{})}) {
    window.state.notice.reset();
    update(window.state, command);
    REQUIRE(window.state.notice);
    CHECK(window.state.notice->text == "Answer first: then the run is shown.");
  }
  CHECK(window.show().slide == slide);
  CHECK(window.show().builds == builds);
  CHECK(window.state.settings.mode == mode);
  CHECK_FALSE(window.state.run.started);
}

TEST_CASE("until then no bar, no moment and no figure of the run is on the screen") {
  constexpr std::string_view kLesson = R"(---
title: A question
---

```interleave
open coffee-shop
set-mode MODE
show timeline, console, now, code
```

```predict
makespan
- 4: No.
```
)";
  for (const auto& in_mode : {std::pair{"threads", "5.00 s"}, std::pair{"sequential", "9.00 s"}}) {
    const std::string mode = in_mode.first;
    const std::string makespan = in_mode.second;
    CAPTURE(mode);
    std::string text(kLesson);
    text.replace(text.find("MODE"), 4, mode);
    Class window("coffee-shop");
    const auto files = std::make_shared<FakeFiles>();
    files->put("/lessons/question.lesson.md", text);
    window.state.files = files;
    update(window.state, command::OpenLesson{"/lessons/question.lesson.md"});
    REQUIRE(window.state.answer_first);
    window.frame();
    window.frame();
    CHECK(window.drawn().bars.empty());
    // As an answer it may stand there, beside the wrong one.
    const auto& texts = window.drawn().texts;
    CHECK(std::none_of(texts.begin(), texts.end(),
                       [&makespan](const DrawnText& drawn) { return drawn.text.find(makespan) != std::string::npos; }));
    window.move_to(window.drawn().lanes.center());
    window.frame();
    CHECK_FALSE(window.shows(makespan));
    update(window.state, command::CommitAnswer{1});
    window.frame();
    CHECK_FALSE(window.drawn().bars.empty());
  }
}

TEST_CASE("who commits sees the run, what was right, and what is said to the answer; and has no second try") {
  Class window("coffee-shop");
  window.go_to_question();
  const std::size_t build = window.show().builds - 1;
  const std::size_t right = window.right_answer();
  const std::size_t wrong = right == 0 ? 1 : 0;
  update(window.state, command::CommitAnswer{wrong});
  CHECK_FALSE(window.state.answer_first);
  REQUIRE(window.show().question(build) != nullptr);
  CHECK(window.show().question(build)->committed == wrong);
  update(window.state, command::CommitAnswer{right});
  CHECK(window.show().question(build)->committed == wrong);
  CHECK_FALSE(window.state.run.record->tasks().empty());
  window.press(Key::page_up);
  CHECK_FALSE(window.state.answer_first);
}

TEST_CASE("playing stops where the slide freezes, and its next part comes") {
  Class window("start-here");
  window.go_to_question();
  update(window.state, command::CommitAnswer{window.right_answer()});
  for (int i = 0; i < 400 && window.state.playing; ++i) window.pass(0.1);
  CHECK_FALSE(window.state.playing);
}

TEST_CASE("notes are the speaker's, and come and go with N") {
  Class window("coffee-shop");
  CHECK_FALSE(window.shows("NOTES"));
  window.type("n");
  window.frame();
  CHECK(window.shows("NOTES"));
  window.type("n");
  window.frame();
  CHECK_FALSE(window.shows("NOTES"));
}

TEST_CASE("a lesson that there is not is told, and the nearest name with it") {
  Class window("coffee-shop");
  update(window.state, command::CloseLesson{});
  update(window.state, command::OpenLesson{"cofee-shop"});
  REQUIRE(window.state.notice);
  CHECK(window.state.notice->text == "There is no lesson \"cofee-shop\"; did you mean coffee-shop?");
  CHECK(window.state.lesson == nullptr);
}

TEST_CASE("closing a lesson gives the workbench back, with what the slide opened") {
  Class window("coffee-shop");
  window.go_to_question();
  update(window.state, command::CloseLesson{});
  window.frame();
  CHECK(window.state.lesson == nullptr);
  CHECK_FALSE(window.state.answer_first);
  CHECK(window.shows("CODE"));
  CHECK_FALSE(window.bars(0).empty());
}

}  // namespace interleave::gui

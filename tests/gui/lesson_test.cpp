// A lesson in the window: its slides, and how one goes through them.
#include <algorithm>
#include <doctest/doctest.h>

#include "core/lesson/built_in_lessons.h"
#include "tests/gui/lesson_window.h"

namespace interleave::gui {

TEST_CASE("by keys every lesson is walked from its first slide to its last, with right and with each wrong answer") {
  for (const lesson::BuiltInLesson& one : lesson::built_in_lessons()) {
    CAPTURE(one.name);
    for (std::size_t choice = 0; choice < 4; ++choice) {
      LessonWindow window(one.name);
      REQUIRE(window.state.lesson != nullptr);
      const std::size_t slides = window.show().lesson->slides.size();
      std::size_t asked = 0;
      for (int presses = 0; presses < 1000; ++presses) {
        if (window.state.answer_first) {
          ++asked;
          const std::size_t count = window.asked().answers.size();
          CHECK(count >= 2);
          window.answer(choice == 0 ? window.right_answer() : choice % count);
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

TEST_CASE("whatever somebody has changed between two slides, the next one has the lesson's own program and settings") {
  OneQuestion window;
  window.type("5");
  window.press(Key::enter);
  const Scenario before = window.state.scenario();
  update(window.state, command::SetMode{Mode::sequential});
  update(window.state, command::SetDuration{task_id(1), window.state.run.record->tasks()[1].spans[0].step, 2, 0});
  REQUIRE(window.state.scenario().tasks != before.tasks);
  window.press(Key::page_down);
  CHECK(window.show().slide == 1);
  CHECK(window.state.scenario().tasks == before.tasks);
  CHECK(window.state.settings.mode == Mode::threads);
}

TEST_CASE("back to the lesson gives the slide's program back, and is offered only where another one is there") {
  OneQuestion window;
  window.type("5");
  window.press(Key::enter);
  const auto offers = [&] { return window.shows("Back to the lesson"); };
  window.frame();
  CHECK_FALSE(offers());
  update(window.state, command::SetMode{Mode::sequential});
  window.frame();
  CHECK(offers());
  update(window.state, command::ShowSlideAgain{});
  window.frame();
  CHECK(window.state.settings.mode == Mode::threads);
  CHECK_FALSE(offers());
}

TEST_CASE("a slide that is jumped to has what those before it opened and set") {
  Scenario scenario;
  RunSettings settings;
  std::size_t last = 0;
  {
    LessonWindow walked("coffee-shop");
    last = walked.show().lesson->slides.size() - 1;
    for (int presses = 0; presses < 1000 && walked.show().slide < last; ++presses) {
      if (walked.state.answer_first) walked.answer(walked.right_answer());
      walked.press(Key::page_down);
    }
    scenario = walked.state.scenario();
    settings = walked.state.settings;
  }
  LessonWindow jumped("coffee-shop");
  jumped.press(Key::end);
  REQUIRE(jumped.show().slide == last);
  CHECK(jumped.state.scenario() == scenario);
  CHECK(jumped.state.settings.mode == settings.mode);
  CHECK(jumped.state.settings.max_workers == settings.max_workers);
}

TEST_CASE("where a slide hides the future, only what has happened is drawn and told") {
  OneQuestion window(R"(---
title: A run
---

# Run

```interleave
open coffee-shop
set-mode sequential
show timeline
hide future
run until 2
```
)");
  for (int i = 0; i < 400 && window.state.playing; ++i) window.pass(0.05);
  CHECK(seconds(window.state.playhead) == 2);
  window.frame();
  const auto& bars = window.drawn().bars;
  CHECK_FALSE(bars.empty());
  CHECK(std::none_of(bars.begin(), bars.end(), [](const DrawnBar& bar) { return bar.future; }));
  CHECK(std::all_of(bars.begin(), bars.end(),
                    [&](const DrawnBar& bar) { return bar.box.right <= window.drawn().playhead_x + 1; }));
  CHECK_FALSE(window.shows("9.00 s"));
  update(window.state, command::CloseLesson{});
  window.frame();
  CHECK(window.shows("9.00 s"));
}

TEST_CASE("a line that a slide highlights stands out until the next slide") {
  OneQuestion window(R"(---
title: A line
---

# Look at it

```interleave
open coffee-shop
show code
highlight line sleep
```

---

# Behind it
)");
  const int with = window.triangles();
  CHECK(window.state.highlighted == "sleep");
  window.state.highlighted.clear();
  window.frame();
  CHECK(window.triangles() < with);
  update(window.state, command::GoToSlide{1});
  CHECK(window.state.highlighted == "sleep");
  window.press(Key::page_down);
  CHECK(window.state.highlighted.empty());
}

TEST_CASE("a lesson whose file was edited shows the same slide as it is now") {
  OneQuestion window;
  window.state.presenting = true;
  window.press(Key::page_down);
  window.press(Key::page_down);
  REQUIRE(window.show().slide == 1);
  std::string text(kAsksForMakespan);
  text.replace(text.find("Here food"), 9, "And here food");
  window.files->put(OneQuestion::kPath, text);
  update(window.state, command::CheckFile{});
  window.frame();
  CHECK(window.show().slide == 1);
  CHECK(window.reads("And here food"));
}

TEST_CASE("the menu of lessons has what each takes and needs, and what was done") {
  LessonWindow window("coffee-shop");
  update(window.state, command::CloseLesson{});
  window.state.lessons_done = {"start-here"};
  update(window.state, command::OpenMenu{Menu::lessons});
  window.frame();
  CHECK(window.shows("5 min; done"));
  CHECK(window.shows("14 min, after Start here"));
  window.press(Key::enter);
  REQUIRE(window.state.lesson != nullptr);
  CHECK(window.show().name == "start-here");
}

TEST_CASE("playing stops where the slide freezes, and its next part comes") {
  LessonWindow window("start-here");
  window.go_to_question();
  window.answer(window.right_answer());
  for (int i = 0; i < 400 && window.state.playing; ++i) window.pass(0.1);
  CHECK_FALSE(window.state.playing);
}

TEST_CASE("a lesson that there is not is told, and the nearest name with it") {
  LessonWindow window("coffee-shop");
  update(window.state, command::CloseLesson{});
  update(window.state, command::OpenLesson{"cofee-shop"});
  REQUIRE(window.state.notice);
  CHECK(window.state.notice->text == "There is no lesson \"cofee-shop\"; did you mean coffee-shop?");
  CHECK(window.state.lesson == nullptr);
}

TEST_CASE("closing a lesson gives the workbench back, with what the slide opened") {
  LessonWindow window("coffee-shop");
  window.go_to_question();
  update(window.state, command::CloseLesson{});
  window.frame();
  CHECK(window.state.lesson == nullptr);
  CHECK_FALSE(window.state.answer_first);
  CHECK(window.shows("CODE"));
  CHECK_FALSE(window.bars(0).empty());
}

}  // namespace interleave::gui

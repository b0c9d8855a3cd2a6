// A lesson in the window: slides, questions that come before the run, notes, and that nothing gives the answer away.
#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/gui/model/input/lesson_keys.h"
#include "app/gui/model/lesson/answer_question.h"
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
  // Whether the words stand one behind the other, drawn each by itself.
  bool reads(std::string_view words) const {
    std::string all;
    for (const DrawnText& drawn : this->drawn().texts) all += drawn.text + " ";
    return all.find(words) != std::string::npos;
  }
  const AskedQuestion& asked() const { return *show().last_question(); }
  std::size_t right_answer() const { return asked().right().value(); }
  // As whoever sits alone does: a number is typed, of other answers one is chosen by its letter.
  void answer(std::size_t position) {
    if (!answer_is_typed(state, asked())) {
      return press_key({Key::none, U'a' + static_cast<char32_t>(position), false, false});
    }
    const Answer& answer = *asked().answers[position].answer;
    const bool in_seconds = std::holds_alternative<double>(answer);
    type(in_seconds ? fmt::format("{}", std::get<double>(answer)) : std::to_string(std::get<std::int64_t>(answer)));
    press(Key::enter);
  }
};

}  // namespace

TEST_CASE("by keys every lesson is walked from its first slide to its last, with right and with each wrong answer") {
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

TEST_CASE("a clicker alone walks every lesson in a hall, whose solutions it shows") {
  for (const lesson::BuiltInLesson& one : lesson::built_in_lessons()) {
    CAPTURE(one.name);
    Class window(one.name);
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
    window.answer(1);
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

namespace {

// One question about the coffee shop, whose program and numbers stand on its slide.
constexpr std::string_view kAsksForMakespan = R"(---
title: A question
---

# How long?

Coffee takes 1 s, food 5 s, cake 3 s.

```interleave
open coffee-shop
set-mode threads
show timeline
```

```predict
makespan
- sequential: One after another.
```

---

# Behind it

Here food takes 5 s again.
)";

struct OneQuestion : Class {
  explicit OneQuestion(std::string text = std::string(kAsksForMakespan)) : Class("coffee-shop") {
    files->put(kPath, std::move(text));
    state.files = files;
    update(state, command::OpenLesson{std::string(kPath)});
    frame();
  }

  static constexpr const char* kPath = "/lessons/question.lesson.md";
  std::shared_ptr<FakeFiles> files = std::make_shared<FakeFiles>();
};

}  // namespace

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
    Class walked("coffee-shop");
    last = walked.show().lesson->slides.size() - 1;
    for (int presses = 0; presses < 1000 && walked.show().slide < last; ++presses) {
      if (walked.state.answer_first) walked.answer(walked.right_answer());
      walked.press(Key::page_down);
    }
    scenario = walked.state.scenario();
    settings = walked.state.settings;
  }
  Class jumped("coffee-shop");
  jumped.press(Key::end);
  REQUIRE(jumped.show().slide == last);
  CHECK(jumped.state.scenario() == scenario);
  CHECK(jumped.state.settings.mode == settings.mode);
  CHECK(jumped.state.settings.max_workers == settings.max_workers);
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
  CHECK(window.shows("90 % right"));
  CHECK_FALSE(window.shows("neighbours"));
  update(window.state, command::CountHands{wrong, 8});
  window.frame();
  CHECK(window.shows("50 % right"));
  CHECK(window.shows("neighbours"));
}

TEST_CASE("in a hall a number and Enter go to that slide, and O shows all of them") {
  Class window("coffee-shop");
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
  CHECK_FALSE(window.show().shows_overview);
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

TEST_CASE("while the answer is waited for, a look at the files says nothing") {
  OneQuestion window;
  window.state.notice.reset();
  update(window.state, command::CheckFile{});
  CHECK_FALSE(window.state.notice);
}

TEST_CASE("the menu of lessons has what each takes and needs, and what was done") {
  Class window("coffee-shop");
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
  Class window("start-here");
  window.go_to_question();
  window.answer(window.right_answer());
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

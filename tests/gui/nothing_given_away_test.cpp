// Until an answer is given nothing on the screen tells it.
#include <algorithm>
#include <array>
#include <doctest/doctest.h>

#include "core/lesson/built_in_lessons.h"
#include "core/predict/changed_program.h"
#include "core/run/refusal.h"
#include "core/run/simulate.h"
#include "tests/gui/lesson_window.h"

namespace interleave::gui {

namespace {

using Corners = std::array<float, 4>;

Corners corners_of(Rect box) { return {box.left, box.top, box.right, box.bottom}; }

// All that a frame shows, as far as it is known in words and shapes.
struct Shown {
  std::vector<std::pair<std::string, Corners>> texts;
  std::vector<Corners> bars;
  int triangles = 0;

  friend bool operator==(const Shown&, const Shown&) = default;
};

Shown shown_in(LessonWindow& window) {
  window.frame();
  window.frame();
  Shown shown;
  for (const DrawnText& text : window.drawn().texts) shown.texts.emplace_back(text.text, corners_of(text.box));
  for (const DrawnBar& bar : window.drawn().bars) shown.bars.push_back(corners_of(bar.box));
  shown.triangles = window.triangles();
  return shown;
}

// What the engine would know if another answer were right: the run of somebody who believes in that model.
void believe(LessonWindow& window, WrongModel model) {
  AppState& state = window.state;
  AskedQuestion& asked = state.lesson->questions.at(state.lesson->last_part());
  for (OfferedAnswer& answer : asked.answers) answer.is_right = !answer.is_right;
  if (!state.lesson->view.scenario) return;
  const auto changed = changed_program(model, {state.scenario(), state.settings});
  if (!changed || refusal(changed->scenario, changed->settings.mode)) return;
  state.one_after_another = simulate(changed->scenario, changed->settings);
}

}  // namespace

TEST_CASE("until somebody has committed to an answer, nobody goes on, runs, or chooses another mode") {
  LessonWindow window("coffee-shop");
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
  constexpr std::string_view kOfOneQuestion = R"(---
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
    std::string text(kOfOneQuestion);
    text.replace(text.find("MODE"), 4, mode);
    LessonWindow window("coffee-shop");
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

TEST_CASE("while a question of any lesson waits, a frame is the same whichever answer is right") {
  std::size_t asked = 0;
  for (const lesson::BuiltInLesson& one : lesson::built_in_lessons()) {
    CAPTURE(one.name);
    LessonWindow window(one.name);
    for (int presses = 0; presses < 1000; ++presses) {
      if (window.state.answer_first) {
        ++asked;
        CAPTURE(window.show().slide);
        const AskedQuestion question = window.asked();
        const auto sequential = window.state.one_after_another;
        for (const bool in_hall : {false, true}) {
          window.state.presenting = in_hall;
          const Shown before = shown_in(window);
          for (const ModelTraits& model : kModelTraits) {
            believe(window, model.model);
            CHECK(shown_in(window) == before);
          }
        }
        window.state.presenting = false;
        window.state.one_after_another = sequential;
        window.state.lesson->questions.at(window.show().last_part()) = question;
        window.answer(window.right_answer());
      }
      const auto& show = window.show();
      if (show.slide + 1 == show.lesson->slides.size() && show.builds == show.shown().builds.size()) break;
      window.press(Key::page_down);
    }
  }
  CHECK(asked > 50);
}

TEST_CASE("while the answer is waited for, a look at the files says nothing") {
  OneQuestion window;
  window.state.notice.reset();
  update(window.state, command::CheckFile{});
  CHECK_FALSE(window.state.notice);
}

}  // namespace interleave::gui

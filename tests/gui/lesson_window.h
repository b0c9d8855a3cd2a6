#pragma once

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "app/gui/model/lesson/answer_by_hand.h"
#include "app/gui/model/lesson/answer_question.h"
#include "app/gui/model/lesson/lesson_show.h"
#include "app/gui/model/lesson/play_lesson.h"
#include "app/gui/model/lesson/ways_to_answer.h"
#include "app/gui/model/update/update.h"
#include "tests/gui/fake_files.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

// A window with a lesson in it.
struct LessonWindow : Headless {
  explicit LessonWindow(std::string_view lesson) : Headless(only("coffee-shop")) {
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
    if (answer_is_arranged(state, asked())) return arrange(position);
    if (!answer_is_typed(state, asked())) {
      return press_key({Key::none, U'a' + static_cast<char32_t>(position), false, false});
    }
    const Answer& answer = *asked().answers[position].answer;
    const bool in_seconds = std::holds_alternative<double>(answer);
    type(in_seconds ? fmt::format("{}", std::get<double>(answer)) : std::to_string(std::get<std::int64_t>(answer)));
    press(Key::enter);
  }

 private:
  // Each task by its letter.
  void arrange(std::size_t position) {
    const Answer answer = *asked().answers[position].answer;
    for (const std::string& task : std::get<std::vector<std::string>>(answer)) {
      const auto letter = static_cast<char32_t>(letter_of_task(asked(), task) - 'A');
      press_key({Key::none, U'a' + letter, false, false});
    }
    press(Key::enter);
  }
};

// One question about the coffee shop, whose program and numbers stand on its slide.
inline constexpr std::string_view kAsksForMakespan = R"(---
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

struct OneQuestion : LessonWindow {
  explicit OneQuestion(std::string text = std::string(kAsksForMakespan)) : LessonWindow("coffee-shop") {
    files->put(kPath, std::move(text));
    state.files = files;
    update(state, command::OpenLesson{std::string(kPath)});
    frame();
  }

  static constexpr const char* kPath = "/lessons/question.lesson.md";
  std::shared_ptr<FakeFiles> files = std::make_shared<FakeFiles>();
};

}  // namespace interleave::gui

// Where one is alone, the whole workbench can stand beside a slide, so that what it asks for can be done.
#include <doctest/doctest.h>

#include "app/gui/model/edit/cells.h"
#include "app/gui/model/state/unsaved.h"
#include "tests/gui/lesson_window.h"

namespace interleave::gui {

namespace {

// Its second slide asks for a change; its third compares two modes; its fourth shows a curve.
constexpr std::string_view kAsksForChange = R"(---
title: A change
---

# How long?

```interleave
open coffee-shop
set-mode coroutine
show timeline
```

```predict
makespan
- sequential: One after another.
```

---

# Change it

Food takes 2 s now.

```interleave
show timeline
run until 5
layout workbench
```

---

# Two of five

```interleave
compare coroutine,threads
show compare
playhead 2
```

---

# How many?

```interleave
compare off
set-mode pool
edit food seconds 4
show curve
```

---

# That was it

Nothing but words.
)";

struct AskedToChange : OneQuestion {
  AskedToChange() : OneQuestion(std::string(kAsksForChange)) {}

  bool has_table() const { return shows("Add a task"); }
  void go_to_slide(std::size_t slide) {
    answer(right_answer());
    while (show().slide < slide) press(Key::page_down);
    frame();
  }
};

}  // namespace

TEST_CASE("where a slide asks for a change, tables and file stand beside it, and what is typed there is run") {
  AskedToChange window;
  window.go_to_slide(1);
  REQUIRE(window.has_table());
  CHECK(window.reads("Food takes 2 s now."));
  window.double_click(window.cell({CellKind::value, 1, "seconds"}));
  window.type(U"2");
  window.press(Key::enter);
  update(window.state, command::Run{});
  update(window.state, command::GoToEnd{});
  CHECK(window.state.run.record->horizon() == moment_at(3));
}

TEST_CASE("letters that are keys of a lesson are letters where a cell is typed") {
  AskedToChange window;
  window.go_to_slide(1);
  window.double_click(window.cell({CellKind::name, 1}));
  window.type(U"novo b");
  window.press(Key::enter);
  CHECK(window.state.scenario().tasks[1].name == "novo b");
  CHECK_FALSE(window.show().shows_notes);
  CHECK(window.has_table());
}

TEST_CASE("V brings the workbench beside any slide and takes it away, and the next slide has its own") {
  AskedToChange window;
  window.answer(window.right_answer());
  window.frame();
  CHECK_FALSE(window.has_table());
  window.type("v");
  window.frame();
  CHECK(window.has_table());
  window.type("v");
  window.frame();
  CHECK_FALSE(window.has_table());
  window.type("v");
  window.go_to_slide(2);
  CHECK_FALSE(window.has_table());
}

TEST_CASE("steps and the file's text bring the workbench where they are asked for by their keys") {
  AskedToChange window;
  window.answer(window.right_answer());
  window.type("t");
  window.frame();
  CHECK(window.has_table());
}

TEST_CASE("before an answer, and in a hall, the workbench does not stand beside a slide") {
  AskedToChange window;
  window.type("v");
  window.frame();
  CHECK_FALSE(window.has_table());
  window.go_to_slide(1);
  update(window.state, command::TogglePresentation{});
  window.frame();
  CHECK_FALSE(window.has_table());
}

TEST_CASE("where a slide compares some modes, axis and sentence are about these alone") {
  AskedToChange window;
  window.go_to_slide(2);
  CHECK(window.shows("end 5.00 s"));
  CHECK_FALSE(window.shows("end 9.00 s"));
  CHECK(window.reads("Coroutine and threads will take 5.00 s."));
  CHECK_FALSE(window.reads("sequential 9.00 s"));
}

TEST_CASE("a slide shows the curve of max_workers") {
  AskedToChange window;
  window.go_to_slide(3);
  CHECK(window.shows("THREAD POOL: TIME BY MAX_WORKERS"));
}

TEST_CASE("a run of what its user has changed plays to its own end, wherever the slide's run was to stop") {
  AskedToChange window;
  window.go_to_slide(1);
  update(window.state, command::SetDuration{task_id(1), window.state.run.record->tasks()[1].spans[0].step, 8, 0});
  update(window.state, command::Run{});
  for (int i = 0; i < 400 && window.state.playing; ++i) window.pass(0.1);
  CHECK(window.state.playhead == moment_at(8));
}

TEST_CASE("what was made of a slide's program is kept among the user's own when the next slide comes") {
  AskedToChange window;
  window.go_to_slide(1);
  update(window.state, command::SetDuration{task_id(1), window.state.run.record->tasks()[1].spans[0].step, 8, 0});
  const Scenario made = window.state.scenario();
  const std::size_t before = window.state.scenarios.size();
  window.press(Key::page_down);
  REQUIRE(window.state.scenarios.size() == before + 1);
  CHECK(*window.state.scenarios.back().scenario == made);
  CHECK(window.state.notice->text.find("is kept") != std::string::npos);
  window.press(Key::page_up);
  window.press(Key::page_down);
  CHECK(window.state.scenarios.size() == before + 1);
}

TEST_CASE("what a lesson makes of its own program is no unsaved work, and what its user makes of it is") {
  AskedToChange window;
  window.go_to_slide(3);
  const std::size_t own = *window.show().view.scenario;
  REQUIRE(shown_text(window.state.scenario(), {CellKind::value, 1, "seconds"}) == "4");
  CHECK_FALSE(is_unsaved(window.state, own));
  update(window.state, command::SetCell{{CellKind::value, 1, "seconds"}, "7"});
  CHECK(is_unsaved(window.state, own));
}

TEST_CASE("what is run from a slide of words alone is shown beside it") {
  AskedToChange window;
  window.go_to_slide(4);
  CHECK_FALSE(window.has_table());
  window.press(Key::space);
  window.frame();
  CHECK(window.has_table());
}

TEST_CASE("a bar that is clicked beside a slide is told of there") {
  AskedToChange window;
  window.answer(window.right_answer());
  for (int i = 0; i < 400 && window.state.playing; ++i) window.pass(0.1);
  window.frame();
  CHECK_FALSE(window.reads("food waits"));
  window.click(window.bars(1).at(0).box.center());
  window.frame();
  CHECK(window.shows("WHY IS food WAITING?"));
}

TEST_CASE("the course leads on from the end of a lesson to the next one, and a menu does not stay over it") {
  LessonWindow window("start-here");
  for (int i = 0; i < 100 && !window.show().is_at_end(); ++i) {
    if (window.state.answer_first) window.answer(window.right_answer());
    window.press(Key::page_down);
  }
  window.frame();
  update(window.state, command::OpenMenu{Menu::lessons});
  update(window.state, command::OpenLesson{"coffee-shop"});
  CHECK(window.state.menu == Menu::none);
  update(window.state, command::OpenLesson{"start-here"});
  CHECK(window.state.next_lesson.empty());
  for (int i = 0; i < 100 && !window.show().is_at_end(); ++i) {
    if (window.state.answer_first) window.answer(window.right_answer());
    window.press(Key::page_down);
  }
  window.frame();
  window.click("next-lesson"_act);
  CHECK(window.show().name == "coffee-shop");
}

TEST_CASE("who goes back to a part that plays finds it as it was, and nothing begins anew") {
  LessonWindow window("coffee-shop");
  while (window.show().slide < 1) {
    if (window.state.answer_first) window.answer(window.right_answer());
    window.press(Key::page_down);
  }
  REQUIRE_FALSE(window.show().view.freezes.empty());
  const Time first = window.show().view.freezes.front();
  window.press(Key::page_down);
  window.press(Key::page_down);
  REQUIRE(window.show().builds == 3);
  window.press(Key::page_up);
  CHECK(window.show().builds == 2);
  CHECK_FALSE(window.state.playing);
  CHECK(window.state.playhead == first);
  window.pass(3);
  CHECK(window.show().builds == 2);
}

}  // namespace interleave::gui

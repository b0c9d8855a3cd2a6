#include "app/gui/views/panels/code_view.h"

#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/state/scales.h"
#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

struct CoffeeShop : Headless {
  explicit CoffeeShop(Mode mode, double at = 0.5) : Headless(only("coffee-shop")) {
    update(state, command::SetMode{mode});
    update(state, command::Run{});
    update(state, command::GoToEnd{});
    update(state, command::MovePlayhead{moment_at(at)});
    state.viewport.settle();
    frame();
  }
};

// Where a text stands in the code, which is left of the timeline.
Rect place_of(const Headless& window, std::string_view text) {
  const auto& texts = window.drawn().texts;
  const auto found = std::find_if(texts.begin(), texts.end(), [&](const DrawnText& drawn) {
    return drawn.text.find(text) != std::string::npos && drawn.box.right < window.drawn().axis.left;
  });
  REQUIRE(found != texts.end());
  return found->box;
}

constexpr std::string_view kLong = R"({"interleave": 1, "title": "long", "tasks": [{"name": "a", "steps": [
  {"sleep": 1}, {"print": "2"}, {"print": "3"}, {"print": "4"}, {"print": "5"}, {"print": "6"}, {"print": "7"},
  {"print": "8"}, {"print": "9"}, {"print": "10"}, {"print": "11"}, {"print": "12"}, {"print": "13"}, {"print": "14"},
  {"print": "15"}, {"print": "16"}, {"print": "17"}, {"print": "18"}, {"print": "19"}, {"print": "20"},
  {"print": "21"}, {"print": "22"}, {"print": "23"}, {"print": "24"}, {"print": "25"}, {"sleep": 2}]}]})";

}  // namespace

TEST_CASE("the tasks' names stand at the line that they are at") {
  CoffeeShop window(Mode::coroutine);
  const Rect sleep = place_of(window, "await asyncio.sleep(");
  const Rect print = place_of(window, "Received");
  for (const std::string task : {"coffee", "food", "cake"}) {
    CAPTURE(task);
    const auto& texts = window.drawn().texts;
    CHECK(std::any_of(texts.begin(), texts.end(), [&](const DrawnText& text) {
      return text.text == task && text.box.top >= sleep.top && text.box.bottom <= print.top;
    }));
  }
}

TEST_CASE("a click on a printed line, in the console or in the code, goes to when it was printed and marks who did") {
  CoffeeShop window(Mode::coroutine, 5);
  const auto& texts = window.drawn().texts;
  const auto cake = std::find_if(texts.begin(), texts.end(), [](const DrawnText& drawn) {
    return drawn.text.find(">> Received cake") != std::string::npos;
  });
  REQUIRE(cake != texts.end());
  window.click(cake->box.center());
  CHECK(window.state.playhead == moment_at(3));
  REQUIRE(window.state.code.chosen);
  CHECK(window.state.code.chosen->task == task_id(2));
  window.click(place_of(window, "Ordered {item}").center());
  CHECK(window.state.playhead == moment_at(0));
  REQUIRE(window.state.code.chosen);
  CHECK(window.state.code.chosen->task == task_id(0));
}

TEST_CASE("a row of names leaves none out for which there is room, as in a hall") {
  Headless window(only("photo-filters"));
  window.resize(1920, 1080);
  update(window.state, command::SetMode{Mode::coroutine});
  window.state.presenting = true;
  window.state.lecture.beside = Beside::code;
  window.use_scale(static_cast<int>(shown_scale(window.state, 1920, 1080)));
  update(window.state, command::Run{});
  update(window.state, command::MovePlayhead{moment_at(1.3)});
  window.frame();
  window.frame();
  CHECK_FALSE(window.shows("+1"));
  CHECK(place_of(window, "portrait.jpg").top == place_of(window, "forest.jpg").top);
}

TEST_CASE("main has its mark behind the line at which it awaits the next task") {
  Headless window(from_text(R"({"interleave": 1, "title": "later", "mode": "coroutine", "tasks": [
    {"name": "a", "steps": [{"sleep": 1}]}, {"name": "b", "steps": [{"sleep": 1}], "after": 3}]})"));
  update(window.state, command::Run{});
  update(window.state, command::GoToEnd{});
  const auto stands_behind = [&](std::string_view code) {
    const Rect line = place_of(window, code);
    const auto& texts = window.drawn().texts;
    return std::any_of(texts.begin(), texts.end(), [&](const DrawnText& text) {
      return text.text == "main" && text.box.top >= line.top && text.box.top <= line.bottom + line.height();
    });
  };
  update(window.state, command::MovePlayhead{moment_at(2)});
  window.frame();
  CHECK(stands_behind("await sleep_until("));  // nobody else stands anywhere: the code has come to this line
  window.wheel(place_of(window, "await sleep_until(").center(), -100);
  CHECK_FALSE(stands_behind("await asyncio.gather("));
  update(window.state, command::MovePlayhead{moment_at(3.5)});
  window.frame();
  window.wheel(place_of(window, "await asyncio.sleep(").center(), -100);
  CHECK(stands_behind("await asyncio.gather("));
}

TEST_CASE("a language's button shows the program in it, and so does the key") {
  CoffeeShop window(Mode::threads);
  CHECK(window.shows("def order(item, seconds):"));
  window.click("code-cpp"_act);
  CHECK(window.shows("print(\"Ordered \", item);"));
  CHECK_FALSE(window.shows("def order"));
  window.press_key({Key::none, U'l', false, false});
  window.frame();
  CHECK(window.shows("def order(item, seconds):"));
}

TEST_CASE("what only makes the program complete is folded until somebody asks for it") {
  Headless window(only("coffee-shop"));
  window.wheel(place_of(window, "def order").center(), 30);
  CHECK_FALSE(window.shows("import sys"));
  window.click(place_of(window, "3 more lines").center());
  CHECK(window.shows("import sys"));
  window.click("code-support"_act);
  CHECK_FALSE(window.shows("import sys"));
}

TEST_CASE("clicking a line chooses what it made, clicking a bar shows its line") {
  CoffeeShop window(Mode::pool);
  window.click(place_of(window, "time.sleep").center());
  REQUIRE(window.state.code.chosen);
  CHECK(window.state.code.chosen->made(window.state.run.record->tasks()[0].spans[0]));
  window.click(window.bars(2)[0].box.center());
  CHECK_FALSE(window.state.code.chosen);
  CHECK(window.shows("WHY IS cake QUEUED?"));
  CHECK(place_of(window, "\"cake\"").top > 0);
}

TEST_CASE("the code follows the playhead to the line where the tasks stand, and a selection to its own") {
  Headless window(from_text(kLong));
  update(window.state, command::Run{});
  update(window.state, command::MovePlayhead{moment_at(0.5)});
  window.frame();
  CHECK(window.shows("time.sleep(1 * SECOND)"));
  CHECK_FALSE(window.shows("time.sleep(2 * SECOND)"));
  update(window.state, command::MovePlayhead{moment_at(1.5)});
  window.frame();
  CHECK(window.shows("time.sleep(2 * SECOND)"));
  CHECK_FALSE(window.shows("time.sleep(1 * SECOND)"));
  update(window.state, command::SelectSpan{task_id(0), 0, {}});
  window.frame();
  CHECK(window.shows("time.sleep(1 * SECOND)"));
}

TEST_CASE("the wheel and the page keys scroll the code, as far as it goes") {
  Headless window(from_text(kLong));
  const Point middle = place_of(window, "print(\"3\")").center();
  window.wheel(middle, -100);
  CHECK(window.shows("time.sleep(2 * SECOND)"));
  window.wheel(middle, 2);
  CHECK_FALSE(window.shows("main()"));
  for (int i = 0; i < 5; ++i) window.press_key({Key::page_down, 0, false, true});
  window.frame();
  CHECK(window.shows("time.sleep(2 * SECOND)"));
  window.press_key({Key::page_up, 0, false, true});
  window.press_key({Key::page_up, 0, false, true});
  window.frame();
  CHECK_FALSE(window.shows("time.sleep(2 * SECOND)"));
}

TEST_CASE("a hall sees the code when it is asked for") {
  CoffeeShop window(Mode::coroutine);
  window.resize(1920, 1080);
  window.use_scale(190);
  window.press_key({Key::f5, 0, false, false});
  CHECK_FALSE(window.shows("await asyncio.sleep("));
  window.press_key({Key::f2, 0, false, false});
  window.frame();
  CHECK(window.shows("await asyncio.sleep("));
  for (const DrawnText& text : window.drawn().texts) {
    CAPTURE(text.text);
    CHECK_FALSE(text.cut);
  }
}

TEST_CASE("tasks for whose names there is no room are counted") {
  std::string tasks;
  for (int i = 0; i < 30; ++i) {
    tasks += (i > 0 ? "," : "") + std::string(R"({"name": "task )") + std::to_string(i) + R"(", "call": "f"})";
  }
  Headless window(
      from_text(R"({"interleave": 1, "title": "many", "mode": "threads", "functions": {"f": {"parameters": [],
    "steps": [{"sleep": 1}]}}, "tasks": [)" +
                tasks + "]}"));
  update(window.state, command::Run{});
  update(window.state, command::MovePlayhead{moment_at(0.5)});
  window.frame();
  const auto& texts = window.drawn().texts;
  CHECK(std::any_of(texts.begin(), texts.end(), [](const DrawnText& text) { return text.text.starts_with("+2"); }));
}

}  // namespace interleave::gui

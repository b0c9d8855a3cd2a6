// max_workers on the toolbar, typed and explained, and what the curve says of it.
#include <doctest/doctest.h>

#include "app/gui/model/explain/curve_text.h"
#include "tests/gui/desk.h"

namespace interleave::gui {

namespace {

struct Pool : Desk {
  Pool() {
    update(state, command::SetMode{Mode::pool});
    frame();
  }
  int workers() const { return state.settings.max_workers; }
  void type_workers(std::string_view digits) {
    click("max-workers"_act);
    type(digits);
  }
};

std::string told(const AppState& state) { return curve_texts(*state.forecaster.answer(), state.settings).front(); }

}  // namespace

TEST_CASE("the number of max_workers is typed: Enter takes it, and it stands there in full") {
  Pool window;
  window.type_workers("1024");
  CHECK(window.workers() == 2);
  window.press(Key::enter);
  CHECK(window.workers() == 1024);
  CHECK_FALSE(window.state.typed_workers);
  const auto& texts = window.drawn().texts;
  CHECK(std::any_of(texts.begin(), texts.end(), [](const auto& text) { return text.text == "1024" && !text.cut; }));
}

TEST_CASE("Esc leaves the number as it was, a press elsewhere takes it") {
  Pool window;
  window.type_workers("7");
  window.press(Key::escape);
  CHECK(window.workers() == 2);
  window.type_workers("7");
  window.click(window.drawn().lanes.center());
  CHECK(window.workers() == 7);
}

TEST_CASE("while the number is typed digits choose no mode, and letters do nothing") {
  Pool window;
  window.type_workers("1c3x");
  CHECK(window.state.settings.mode == Mode::pool);
  CHECK_FALSE(window.state.comparing);
  CHECK(window.state.typed_workers->text() == "13");
}

TEST_CASE("a number beyond the most becomes the most, none is left alone, and 0 becomes 1") {
  Pool window;
  window.type_workers("99999999999");
  window.press(Key::enter);
  CHECK(window.workers() == kMostWorkers);
  window.click("max-workers"_act);
  window.press(Key::backspace);
  window.press(Key::enter);
  CHECK(window.workers() == kMostWorkers);
  window.type_workers("0");
  window.press(Key::enter);
  CHECK(window.workers() == 1);
}

TEST_CASE("where the mode has no max_workers its number cannot be pressed, and says why") {
  Desk window;
  window.resize(1600, 900);
  window.frame();
  REQUIRE_FALSE(traits(window.state.settings.mode).has_max_workers);
  CHECK_FALSE(window.find("max-workers"_act).enabled);
  window.click("max-workers"_act);
  CHECK_FALSE(window.state.typed_workers);
  CHECK(window.shows("Only the thread pool and processes have max_workers"));
  // Nothing is typed into what is no longer there.
  Pool pool;
  pool.type_workers("3");
  update(pool.state, command::SetMode{Mode::threads});
  pool.type("1");
  CHECK(pool.state.settings.mode == Mode::sequential);
}

TEST_CASE("the curve says of how many its best is the best: the fewest with the shortest time") {
  Headless window(only("coffee-shop"));
  CHECK(told(window.state) == "Best of 1..16: 2 to 16 workers, 5.00 s.");
  update(window.state, command::SetMode{Mode::pool});
  CHECK(told(window.state) == "Now 2: 5.00 s, the best of 1..16.");
  update(window.state, command::SetMaxWorkers{1});
  CHECK(told(window.state) == "Now 1: 9.00 s.  Best of 1..16: 2 to 16 workers, 5.00 s.");
  // A tie goes to the fewer.
  update(window.state, command::SetMaxWorkers{20});
  CHECK(told(window.state) == "Now 20: 5.00 s.  Best of 1..16 and 20: 2 workers, 5.00 s.");
}

TEST_CASE("a number beyond the curve is its best where it is faster than all of it") {
  Headless window(from_text(R"({"interleave": 1, "title": "many", "mode": "pool", "max_workers": 20, "tasks": [)" + [] {
    std::string tasks;
    for (int i = 0; i < 20; ++i) {
      tasks +=
          (i == 0 ? "" : ",") + std::string(R"({"name": "t)") + std::to_string(i) + R"(", "steps": [{"sleep": 1}]})";
    }
    return tasks + "]}";
  }()));
  CHECK(told(window.state) == "Now 20: 1.00 s, the best of 1..16 and 20.");
  update(window.state, command::SetMaxWorkers{17});
  CHECK(told(window.state) == "Now 17: 2.00 s.  Best of 1..16 and 17: 10 workers, 2.00 s.");
}

}  // namespace interleave::gui

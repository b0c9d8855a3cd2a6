#include "app/gui/model/keymap.h"

#include <doctest/doctest.h>

#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

template <class Wish>
std::optional<Wish> wish_for(const AppState& state, KeyPress press) {
  const auto command = command_for(state, press);
  if (!command || !std::holds_alternative<Wish>(*command)) return std::nullopt;
  return std::get<Wish>(*command);
}

KeyPress typed(char32_t character) { return {Key::none, character, false, false}; }
KeyPress with_control(char32_t character) { return {Key::none, character, true, false}; }

}  // namespace

TEST_CASE("digits choose the mode, by the character they type") {
  const AppState state = make_app(real_engine(), only("coffee-shop"));
  CHECK(wish_for<command::SetMode>(state, typed(U'1'))->mode == Mode::sequential);
  CHECK(wish_for<command::SetMode>(state, typed(U'2'))->mode == Mode::coroutine);
  CHECK(wish_for<command::SetMode>(state, typed(U'3'))->mode == Mode::threads);
  CHECK(wish_for<command::SetMode>(state, typed(U'4'))->mode == Mode::pool);
}

TEST_CASE("plus and minus change the workers alone, and the text with Ctrl") {
  const AppState state = make_app(real_engine(), only("coffee-shop"));
  CHECK(wish_for<command::ChangeMaxWorkers>(state, typed(U'+'))->by == 1);
  CHECK(wish_for<command::ChangeMaxWorkers>(state, typed(U'['))->by == -1);
  CHECK(wish_for<command::ChangeTextScale>(state, with_control(U'+'))->steps == 1);
  CHECK(wish_for<command::ChangeTextScale>(state, with_control(U'0'))->steps == 0);
  CHECK(wish_for<command::Fit>(state, typed(U'0')));
}

TEST_CASE("W A S D count by their place and not by what they type") {
  const AppState state = make_app(real_engine(), only("coffee-shop"));
  CHECK(wish_for<command::ZoomAtPointer>(state, {Key::position_w, 0, false, false})->factor > 1);
  CHECK(wish_for<command::ZoomAtPointer>(state, {Key::position_s, 0, false, false})->factor < 1);
  const auto slow = wish_for<command::ZoomAtPointer>(state, {Key::position_w, 0, false, false});
  const auto fast = wish_for<command::ZoomAtPointer>(state, {Key::position_w, 0, false, true});
  CHECK(fast->factor > slow->factor);
  CHECK_FALSE(command_for(state, typed(U'w')));
}

TEST_CASE("with Ctrl, Home goes to the first moment; alone it shows the whole run") {
  const AppState state = make_app(real_engine(), only("coffee-shop"));
  CHECK(wish_for<command::GoToStart>(state, {Key::home, 0, true, false}));
  CHECK(wish_for<command::GoToEnd>(state, {Key::end, 0, true, false}));
  CHECK(wish_for<command::Fit>(state, {Key::home, 0, false, false}));
}

TEST_CASE("in an open menu the arrows move, the space bar chooses and Esc closes") {
  Headless window(only("coffee-shop"));
  window.click(Control::speed);
  REQUIRE(window.state.menu == Menu::speeds);
  window.press_key({Key::down, 0, false, false});
  window.press_key({Key::space, 0, false, false});
  CHECK(window.state.menu == Menu::none);
  CHECK(window.state.speed == 2);
  window.click(Control::speed);
  window.press_key({Key::escape, 0, false, false});
  CHECK(window.state.menu == Menu::none);
  CHECK(window.state.speed == 2);
}

TEST_CASE("with Tab and Enter alone every button that can be pressed is reached") {
  Headless window(only("coffee-shop"));
  std::vector<Control> visited;
  for (std::size_t i = 0; i < kControlCount; ++i) {
    window.press_key({Key::tab, 0, false, false});
    REQUIRE(window.state.focused);
    visited.push_back(*window.state.focused);
  }
  for (std::size_t i = 0; i < kControlCount; ++i) {
    const Control control = control_at(i);
    const bool reached = std::find(visited.begin(), visited.end(), control) != visited.end();
    CHECK(reached == enabled(window.state, control));
  }
  window.state.focused = Control::mode_threads;
  window.press_key({Key::enter, 0, false, false});
  CHECK(window.state.settings.mode == Mode::threads);
}

}  // namespace interleave::gui

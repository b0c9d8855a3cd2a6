#include "app/gui/model/input/keymap.h"

#include <doctest/doctest.h>

#include "app/gui/model/input/acts.h"
#include "app/gui/model/update/make_app.h"
#include "app/gui/model/update/update.h"
#include "app/gui/platform/real_engine.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

template <class Wish>
std::optional<Wish> wish_for(const AppState& state, KeyPress press) {
  const auto command = command_for(state, press);
  if (!command || command->as<Wish>() == nullptr) return std::nullopt;
  return *command->as<Wish>();
}

KeyPress typed_character(char32_t character) { return {Key::none, character, false, false}; }
KeyPress character_with_control(char32_t character) { return {Key::none, character, true, false}; }

}  // namespace

TEST_CASE("digits choose the mode, by the character they type") {
  const AppState state = make_app(real_engine(), only("coffee-shop"));
  CHECK(wish_for<command::SetMode>(state, typed_character(U'1'))->mode == Mode::sequential);
  CHECK(wish_for<command::SetMode>(state, typed_character(U'2'))->mode == Mode::coroutine);
  CHECK(wish_for<command::SetMode>(state, typed_character(U'3'))->mode == Mode::threads);
  CHECK(wish_for<command::SetMode>(state, typed_character(U'4'))->mode == Mode::pool);
}

TEST_CASE("plus and minus change the workers alone, and the text with Ctrl") {
  const AppState state = make_app(real_engine(), only("coffee-shop"));
  CHECK(wish_for<command::ChangeMaxWorkers>(state, typed_character(U'+'))->by == 1);
  CHECK(wish_for<command::ChangeMaxWorkers>(state, typed_character(U'['))->by == -1);
  CHECK(wish_for<command::ChangeTextScale>(state, character_with_control(U'+'))->steps == 1);
  CHECK(wish_for<command::ChangeTextScale>(state, character_with_control(U'0'))->steps == 0);
  CHECK(wish_for<command::Fit>(state, typed_character(U'0')));
}

TEST_CASE("W A S D count by their place and not by what they type") {
  const AppState state = make_app(real_engine(), only("coffee-shop"));
  CHECK(wish_for<command::ZoomAtPointer>(state, {Key::position_w, 0, false, false})->factor > 1);
  CHECK(wish_for<command::ZoomAtPointer>(state, {Key::position_s, 0, false, false})->factor < 1);
  const auto slow = wish_for<command::ZoomAtPointer>(state, {Key::position_w, 0, false, false});
  const auto fast = wish_for<command::ZoomAtPointer>(state, {Key::position_w, 0, false, true});
  CHECK(fast->factor > slow->factor);
  CHECK_FALSE(command_for(state, typed_character(U'w')));
}

TEST_CASE("with Ctrl, Home goes to the first moment; alone it shows the whole run") {
  const AppState state = make_app(real_engine(), only("coffee-shop"));
  CHECK(wish_for<command::GoToStart>(state, {Key::home, 0, true, false}));
  CHECK(wish_for<command::GoToEnd>(state, {Key::end, 0, true, false}));
  CHECK(wish_for<command::Fit>(state, {Key::home, 0, false, false}));
}

TEST_CASE("in an open menu the arrows move, the space bar chooses and Esc closes") {
  Headless window(only("coffee-shop"));
  window.click("speed"_act);
  REQUIRE(window.state.menu == Menu::speeds);
  window.press_key({Key::down, 0, false, false});
  window.press_key({Key::space, 0, false, false});
  CHECK(window.state.menu == Menu::none);
  CHECK(window.state.speed == 2);
  window.click("speed"_act);
  window.press_key({Key::escape, 0, false, false});
  CHECK(window.state.menu == Menu::none);
  CHECK(window.state.speed == 2);
}

TEST_CASE("with Tab and Enter alone every button that can be pressed is reached") {
  Headless window(only("coffee-shop"));
  std::vector<ActId> visited;
  for (std::size_t i = 0; i < acts().size(); ++i) {
    window.press_key({Key::tab, 0, false, false});
    REQUIRE(window.state.focused);
    visited.push_back(*window.state.focused);
  }
  for (const Act& act : acts()) {
    const bool reached = std::find(visited.begin(), visited.end(), act.id) != visited.end();
    const bool in_menu = std::find(file_menu().begin(), file_menu().end(), act.id) != file_menu().end();
    CAPTURE(act.id.name());
    CHECK(reached == (act.enabled(window.state) && !in_menu));
  }
  window.state.focused = "mode-threads"_act;
  window.press_key({Key::enter, 0, false, false});
  CHECK(window.state.settings.mode == Mode::threads);
}

TEST_CASE("while text is being typed no shortcut fires but those with Ctrl that are no part of typing") {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  update(state, command::EditCell{{CellKind::name, 0}});
  for (const char32_t character : U"1234+-0f.,?x ") {
    if (character != 0) CHECK(wish_for<command::PressInText>(state, typed_character(character)));
  }
  CHECK(wish_for<command::PressInText>(state, {Key::position_w, U'w'})->press.character == U'w');
  CHECK(wish_for<command::PressInText>(state, {Key::space, U' '})->press.character == U' ');
  CHECK(wish_for<command::PressInText>(state, {Key::left, 0, true, true})->press.reach == Reach::far);
  CHECK(wish_for<command::PressInText>(state, {Key::home, 0, true})->press.key == TextKey::home);
  CHECK(wish_for<command::PressInText>(state, character_with_control(U'z'))->press.key == TextKey::undo);
  CHECK(wish_for<command::PressInText>(state, {Key::none, U'z', true, true})->press.key == TextKey::redo);
  CHECK_FALSE(command_for(state, {Key::insert}));
  CHECK(wish_for<command::Run>(state, character_with_control(U'r')));
  CHECK(wish_for<command::ChangeTextScale>(state, character_with_control(U'0')));
  CHECK(wish_for<command::ToggleFullScreen>(state, {Key::f11}));
}

TEST_CASE("with a cell selected the arrows move in the table, without one they step through the run") {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  CHECK(wish_for<command::StepEvent>(state, {Key::right}));
  update(state, command::SelectCell{{CellKind::name, 0}});
  CHECK(wish_for<command::MoveInTable>(state, {Key::right})->columns == 1);
  CHECK(wish_for<command::MoveInTable>(state, {Key::down})->rows == 1);
  CHECK(wish_for<command::MoveTask>(state, {Key::down, 0, false, false, true})->way == Way::down);
  CHECK(wish_for<command::SetMode>(state, typed_character(U'2')));
  update(state, command::Escape{});
  CHECK(wish_for<command::StepEvent>(state, {Key::right}));
}

}  // namespace interleave::gui

// What a press does on other keyboards than a US one: what X11 reports of them, held against the table of keys.
#include <algorithm>
#include <doctest/doctest.h>
#include <optional>
#include <string_view>
#include <vector>

#include "app/gui/model/input/acts.h"
#include "app/gui/model/input/key_table.h"
#include "app/gui/model/input/shortcuts.h"
#include "app/gui/model/input/text_keys.h"
#include "app/gui/model/update/make_app.h"
#include "app/gui/model/update/update.h"
#include "app/gui/platform/real_engine.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

constexpr char32_t kDead = U'◌';  // an accent: it types nothing before the next key
constexpr std::u32string_view kPlaces = U"`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./";

struct KeyboardLayout {
  const char* name;
  std::u32string_view plain;  // what the keys type, place by place
  std::u32string_view shifted;
};

const std::vector<KeyboardLayout> kKeyboards = {
    {"us", kPlaces, U"~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?"},
    {"fr", U"²&é\"'(-è_çà)=azertyuiop◌$*qsdfghjklmùwxcvbn,;:!", U"~1234567890°+AZERTYUIOP◌£µQSDFGHJKLM%WXCVBN?./§"},
    {"de", U"◌1234567890ß◌qwertzuiopü+#asdfghjklöäyxcvbnm,.-", U"°!\"§$%&/()=?◌QWERTZUIOPÜ*'ASDFGHJKLÖÄYXCVBNM;:_"},
    {"ru", U"ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.", U"Ё!\"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"},
    {"gr", U"`1234567890-=;ςερτυθιοπ[]\\ασδφγηξκλ◌'ζχψωβνμ,./", U"~!@#$%^&*()_+:ΣΕΡΤΥΘΙΟΠ{}|ΑΣΔΦΓΗΞΚΛ◌\"ΖΧΨΩΒΝΜ<>?"},
    {"ara", U"ذ1234567890-=ضصثقفغعهخحجد\\شسيبلاتنمكطئءؤرﻻىةوزظ",
     U"\u0651!@#$%^&*)(_+\u064B\u064C\u064F\u064Eﻹإ`÷×؛<>…\u0650\u064D][ﻷأـ،/:\"~\u0652}{ﻵآ',.؟"},
};

Key key_at(char32_t place) {
  constexpr std::u32string_view kByPlace = U"wasd";
  const auto found = kByPlace.find(place);
  return found == std::u32string_view::npos ? Key::none
                                            : static_cast<Key>(static_cast<std::size_t>(Key::position_w) + found);
}

// As the window reports the key at a place of US keyboards: with Ctrl its label, and that only where it is ASCII.
KeyPress press_at(const KeyboardLayout& layout, std::size_t place, bool control, bool shift) {
  char32_t typed = (shift && !control ? layout.shifted : layout.plain)[place];
  if (typed == kDead || (control && typed >= 0x80)) typed = 0;
  return {key_at(kPlaces[place]), typed, control, shift, false, kPlaces[place]};
}

const KeyboardLayout& layout_named(std::string_view name) {
  return *std::find_if(kKeyboards.begin(), kKeyboards.end(),
                       [&](const KeyboardLayout& layout) { return layout.name == name; });
}

KeyPress press_of(std::string_view layout, char32_t place, bool control = false, bool shift = false) {
  return press_at(layout_named(layout), kPlaces.find(place), control, shift);
}

// What the layout's keys do, each alone and with Shift, or with Ctrl.
std::vector<std::optional<Command>> reached(const AppState& state, const KeyboardLayout& layout, bool control) {
  std::vector<std::optional<Command>> all;
  for (std::size_t place = 0; place < kPlaces.size(); ++place) {
    for (const bool shift : {false, true}) {
      all.push_back(bound_command(state, press_at(layout, place, control, shift)));
    }
  }
  return all;
}

}  // namespace

TEST_CASE("every shortcut with a character is reached on every keyboard") {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  AppState in_number = make_app(real_engine(), only("coffee-shop"));
  update(in_number, command::SelectCell{{CellKind::value, 0, "seconds"}});
  for (const KeyboardLayout& layout : kKeyboards) {
    CAPTURE(layout.name);
    REQUIRE(layout.plain.size() == kPlaces.size());
    REQUIRE(layout.shifted.size() == kPlaces.size());
    const auto alone = reached(state, layout, false);
    const auto with_control = reached(state, layout, true);
    const auto over_number = reached(in_number, layout, false);
    for (const KeyLine& line : key_table()) {
      for (const Binding& binding : line.keys) {
        const bool by_place = binding.press.key >= Key::position_w && binding.press.key <= Key::position_d;
        if (binding.press.key != Key::none && !by_place) continue;
        KeyPress press = binding.press;
        press.shift = binding.shift == WithShift::yes;
        const std::optional<Command> wished = binding.wish(state, press);
        CAPTURE(line.what);
        const bool of_number = binding.where == Where::numbers;
        const auto& found = of_number ? over_number : press.control ? with_control : alone;
        CHECK(std::find(found.begin(), found.end(), wished) != found.end());
      }
    }
  }
}

TEST_CASE("the row of digits chooses modes on a French keyboard, with Shift and without") {
  const AppState state = make_app(real_engine(), only("coffee-shop"));
  for (std::size_t i = 0; i < kModes.size(); ++i) {
    for (const bool shift : {false, true}) {
      const auto command = bound_command(state, press_of("fr", U'1' + static_cast<char32_t>(i), false, shift));
      REQUIRE(command);
      REQUIRE(command->as<command::SetMode>() != nullptr);
      CHECK(command->as<command::SetMode>()->mode == kModes[i]);
    }
  }
}

TEST_CASE("letters of other alphabets count by their place, with Ctrl too") {
  const AppState state = make_app(real_engine(), only("coffee-shop"));
  for (const char* name : {"ru", "gr", "ara"}) {
    CAPTURE(name);
    CHECK(bound_command(state, press_of(name, U'c')) == act("compare"_act).command(state));
    CHECK(bound_command(state, press_of(name, U'c', true))->as<command::CopyProgram>() != nullptr);
    CHECK(bound_command(state, press_of(name, U'e', true, true))->as<command::OpenExport>() != nullptr);
    CHECK(bound_command(state, press_of(name, U's', true))->as<command::Save>() != nullptr);
    CHECK(bound_command(state, press_of(name, U's'))->as<command::ZoomAtPointer>() != nullptr);
  }
}

TEST_CASE("a Latin letter counts as itself, wherever it lies") {
  const AppState state = make_app(real_engine(), only("coffee-shop"));
  // Z and Y have changed places on a German keyboard; Z and W, and Q and A, on a French one.
  CHECK(bound_command(state, press_of("de", U'y', true))->as<command::Undo>() != nullptr);
  CHECK(bound_command(state, press_of("de", U'z', true))->as<command::Redo>() != nullptr);
  CHECK(bound_command(state, press_of("fr", U'w', true))->as<command::Undo>() != nullptr);
  CHECK_FALSE(bound_command(state, press_of("fr", U'z', true)));
  CHECK(bound_command(state, press_of("fr", U';'))->as<command::EditMark>() != nullptr);
}

TEST_CASE("a character that is a shortcut counts before the place of its key") {
  const AppState state = make_app(real_engine(), only("coffee-shop"));
  CHECK(bound_command(state, press_of("fr", U'6'))->as<command::ChangeMaxWorkers>()->by == -1);
  CHECK(bound_command(state, press_of("de", U']'))->as<command::ChangeMaxWorkers>()->by == 1);
  CHECK(bound_command(state, press_of("de", U'['))->as<command::ChangeMaxWorkers>()->by == -1);
  CHECK(bound_command(state, press_of("de", U'/'))->as<command::ChangeMaxWorkers>()->by == -1);
  CHECK(bound_command(state, press_of("de", U'7', false, true))->as<command::OpenSearch>() != nullptr);
  CHECK(bound_command(state, press_of("ru", U'7', false, true))->as<command::OpenMenu>() != nullptr);
  CHECK(bound_command(state, press_of("ru", U'/'))->as<command::SelectNeighbour>() != nullptr);
}

TEST_CASE("in a text every key types its own character, and edits by the same keys everywhere") {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  update(state, command::EditCell{{CellKind::name, 0}});
  for (const KeyboardLayout& layout : kKeyboards) {
    CAPTURE(layout.name);
    for (std::size_t place = 0; place < kPlaces.size(); ++place) {
      const KeyPress press = press_at(layout, place, false, false);
      const auto command = command_for(state, press);
      CHECK(command.has_value() == (press.character != 0));
      if (command) CHECK(command->as<command::PressInText>()->press.character == press.character);
    }
  }
  for (const char* name : {"us", "ru", "gr", "ara"}) {
    CHECK(text_press_of(press_of(name, U'a', true))->key == TextKey::select_all);
    CHECK(text_press_of(press_of(name, U'z', true, true))->key == TextKey::redo);
  }
  CHECK(text_press_of(press_of("fr", U'q', true))->key == TextKey::select_all);
}

TEST_CASE("what an input method sends without a press is typed, and is no shortcut") {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  CHECK_FALSE(command_for(state, {Key::text, U'2'}));
  update(state, command::EditCell{{CellKind::name, 0}});
  const auto command = command_for(state, {Key::text, U'茶'});
  REQUIRE(command);
  CHECK(command->as<command::PressInText>()->press.character == U'茶');
}

}  // namespace interleave::gui

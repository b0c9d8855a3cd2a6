#include "app/gui/model/input/key_table.h"

#include <doctest/doctest.h>

#include "app/gui/model/edit/step_cells.h"
#include "app/gui/model/input/shortcuts.h"
#include "app/gui/model/update/make_app.h"
#include "app/gui/platform/real_engine.h"
#include "tests/gui/finished_run.h"

namespace interleave::gui {

TEST_CASE("no key of the table is hidden by another") {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  for (const KeyLine& line : key_table()) {
    for (const Binding& binding : line.keys) {
      CAPTURE(line.what);
      CAPTURE(binding.written);
      state.focused_panel = binding.within;
      state.focused.reset();
      state.panel.selected.reset();
      if (binding.where == Where::table) update(state, command::SelectCell{{CellKind::name, 0}});
      if (binding.where == Where::steps || binding.where == Where::cells) {
        update(state, command::SelectCell{step_cell(0, {{}, 1}, "sleep")});
      }
      if (binding.where == Where::numbers) update(state, command::SelectCell{{CellKind::value, 0, "seconds"}});
      KeyPress press = binding.press;
      press.shift = binding.shift == WithShift::yes;
      const auto found = bound_command(state, press);
      REQUIRE(found);
      CHECK(found->position() == binding.wish(state, press).position());
    }
  }
}

TEST_CASE("the help lists every act of the table with what it is done with") {
  FinishedRun window(Mode::pool);
  window.type("?");
  REQUIRE(help_lines().size() == key_table().size());
  for (const HelpLine& line : help_lines()) {
    CAPTURE(line.what);
    CHECK_FALSE(line.keys.empty());
    CHECK(window.shows(line.what));
    CHECK(window.shows(line.keys));
  }
}

TEST_CASE("a capital letter does the same as the small one, but for N") {
  const AppState state = make_app(real_engine(), only("coffee-shop"));
  const auto of = [&](char32_t character) { return bound_command(state, {Key::none, character, false, true}); };
  CHECK(of(U'M')->as<command::EditMark>() != nullptr);
  CHECK(of(U'N')->as<command::GoToMatch>()->direction == Direction::previous);
  CHECK(of(U'n')->as<command::GoToMatch>()->direction == Direction::next);
}

}  // namespace interleave::gui

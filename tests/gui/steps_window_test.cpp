#include <doctest/doctest.h>

#include "app/gui/model/edit/step_cells.h"
#include "app/gui/model/edit/step_edits.h"
#include "app/gui/model/edit/step_help.h"
#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"
#include "tests/gui/last_ticket.h"
#include "tests/gui/layout_rules.h"
#include "tests/gui/step_editing.h"

namespace interleave::gui {

namespace {

void check(const Broken& broken) {
  for (const std::string& what : broken) FAIL_CHECK(what);
}

// The window with the steps of the ticket race.
struct StepsWindow : Headless {
  StepsWindow() : Headless(from_text(kLastTicket)) {
    frame();
    click("steps"_act);
    frame();
  }
  Point verb(std::string_view path) const { return cell(step_cell(0, path_of(path), kVerbKey)); }
  Point part(std::string_view path, std::string_view key) const { return cell(step_cell(0, path_of(path), key)); }
  std::string shown() const { return shown_steps(state.scenario()); }
  // The middle of a text on the screen; of several, the last drawn.
  Point text(std::string_view wanted) const {
    Point found{-1, -1};
    for (const DrawnText& drawn : this->drawn().texts) {
      if (drawn.text == wanted) found = drawn.box.center();
    }
    REQUIRE(found.x >= 0);
    return found;
  }
};

}  // namespace

TEST_CASE("one press shows the steps of the selected task below the table, and says how many tasks they change") {
  StepsWindow window;
  for (const char* text : {"read", "tickets", "left > 0", "{customer} has a ticket", "else", "Sold out, {customer}",
                           "2 tasks call these steps."}) {
    CAPTURE(text);
    CHECK(window.shows(text));
  }
  CHECK(window.shows("desk 1"));
  window.click("steps"_act);
  window.frame();
  CHECK_FALSE(window.shows("2 tasks call these steps."));
}

TEST_CASE("a double click on a part of a step types into it; a name that is offered below is taken with a click") {
  StepsWindow window;
  window.double_click(window.part("2/steps/2", "value"));
  REQUIRE(window.state.panel.editing);
  window.type(U"2 * ");
  window.frame();
  window.click(window.text("customer"));
  REQUIRE(window.state.panel.editing);
  CHECK(window.state.panel.editing->text.text() == "2 * customer");
  CHECK(window.state.panel.selected->parameter == "value");  // the row below was not pressed
  window.press_key({Key::escape});
  window.double_click(window.part("2/steps/2", "value"));
  window.type(U"left - 2");
  window.press_key({Key::enter});
  CHECK(window.shown().find("write tickets value left - 2") != std::string::npos);
}

TEST_CASE("a double click on a step's word types into it, and a single one selects it") {
  StepsWindow window;
  window.click(window.verb("2/steps/1"));
  CHECK_FALSE(window.state.panel.editing);
  window.double_click(window.verb("2/steps/1"));
  REQUIRE(window.state.panel.editing);
  CHECK(window.state.panel.editing->cell.parameter == kVerbKey);
}

TEST_CASE("what will not do is said below the field, and goes with Esc") {
  StepsWindow window;
  window.double_click(window.part("2/steps/1", "sleep"));
  window.type(U"soon");
  window.press_key({Key::enter});
  window.frame();
  CHECK(window.shows("takes a number"));
  window.press_key({Key::escape});
  window.frame();
  CHECK_FALSE(window.shows("takes a number"));
  CHECK(window.shown().find("sleep 0.1") != std::string::npos);
}

TEST_CASE(
    "the menu has every step with what it is for; a chosen one stands below what was selected, to be typed into") {
  StepsWindow window;
  window.click(window.verb("2/steps/1"));
  window.click("add-step"_act);
  window.frame();
  for (const Verb verb : verbs_by_group()) {
    CAPTURE(name(verb));
    CHECK(window.shows(name(verb)));
    CHECK(window.shows(help_of(verb).brief));
  }
  window.click(window.text("block"));
  CHECK(window.shown().find("  sleep 0.1\n  block 1\n") != std::string::npos);
  REQUIRE(window.state.panel.editing);
  window.type(U"0.2");
  window.press_key({Key::enter});
  CHECK(window.shown().find("  block 0.2\n") != std::string::npos);
}

TEST_CASE("in the menu of steps letters go to what begins with them, and Esc adds nothing") {
  StepsWindow window;
  const std::string before = window.shown();
  window.click("add-step"_act);
  window.type(U"rr");
  CHECK(window.state.comparing == false);
  window.press_key({Key::escape});
  CHECK(window.shown() == before);
  window.click("add-step"_act);
  window.type(U"c");
  CHECK_FALSE(window.state.comparing);
  window.press_key({Key::enter});
  CHECK(window.shown().find("compute 1") != std::string::npos);
}

TEST_CASE("a step is dragged to another place, also into another step, and a press alone selects it") {
  StepsWindow window;
  const Point sleeps = window.verb("2/steps/1");
  window.click(sleeps);
  CHECK(window.state.panel.selected == step_cell(0, path_of("2/steps/1"), kVerbKey));
  const Point reads = window.verb("1");
  window.drag(sleeps, {reads.x, reads.y - 8});
  CHECK(window.shown().starts_with("function sell takes customer\nsleep 0.1\nread tickets into left\n"));
  CHECK(window.state.panel.selected == step_cell(0, path_of("1"), kVerbKey));
  window.frame();
  const Point sold_out = window.verb("3/else/1");
  window.drag(window.verb("1"), {sold_out.x + 30, sold_out.y + 14});
  CHECK(window.shown().find("else\n  print Sold out, {customer}\n  sleep 0.1\n") != std::string::npos);
  const Point end = window.verb("2/else/2");
  window.drag(window.verb("2/else/1"), {18, end.y + 14});
  CHECK(window.shown().find("else\n  sleep 0.1\nprint Sold out, {customer}\n") != std::string::npos);
}

TEST_CASE("by keyboard alone steps are reached, added, moved into others, changed, removed, and all of it undone") {
  Headless window(from_text(kLastTicket));
  const auto shown = [&] { return shown_steps(window.state.scenario()); };
  const std::string before = shown();
  window.type("t");
  CHECK(window.state.focused == "step-list"_act);
  window.press_key({Key::insert});
  window.type(U"compu");
  window.press_key({Key::down});
  window.press_key({Key::enter});
  window.type(U"0.5");
  window.press_key({Key::enter});
  CHECK(shown().find("left\ncompute 0.5\nif") != std::string::npos);
  KeyPress down{Key::down};
  down.alt = true;
  window.press_key(down);
  CHECK(shown().find("if left > 0\n  compute 0.5\n") != std::string::npos);
  window.press_key({Key::right});
  window.press_key({Key::f2});
  window.type(U"2");
  window.press_key({Key::enter});
  CHECK(shown().find("  compute 2\n") != std::string::npos);
  window.press_key({Key::remove});
  CHECK(shown() == before);
  window.press_key({Key::none, U't'});
  CHECK(window.state.panel.steps == StepList::hidden);
  for (int i = 0; i < 5; ++i) window.press_key({Key::none, U'z', true, false});
  CHECK(window.state.document().undoable() == nullptr);
  CHECK(shown() == before);
}

TEST_CASE("what is shared is added, numbered and removed below the steps") {
  StepsWindow window;
  window.click("add-semaphore"_act);
  window.type(U"seats");
  window.press_key({Key::tab});
  window.type(U"3");
  window.press_key({Key::enter});
  CHECK(window.state.scenario().semaphores == std::vector<Declaration>{{"seats", 3}});
  window.click(window.cell(shared_cell(CellKind::shared_name, ObjectKind::semaphore, 0)));
  window.click("remove-step"_act);
  CHECK(window.state.scenario().semaphores.empty());
  window.click(window.cell(shared_cell(CellKind::shared_name, ObjectKind::variable, 0)));
  window.click("remove-step"_act);
  window.frame();
  CHECK(window.shows("steps use"));
  CHECK(window.state.scenario().shared.size() == 1);
}

TEST_CASE("beside the steps nothing is cut off, too small or over something else at any size, in any theme") {
  for (const Shape shape : kShapes) {
    for (const ThemeName theme : {ThemeName::dark, ThemeName::light}) {
      Headless window(from_text(kLastTicket));
      window.resize(shape.width, shape.height);
      window.use_scale(shape.scale);
      window.state.theme = theme;
      update(window.state, command::ShowSteps{StepList::shown});
      for (int picture = 0; picture < 4; ++picture) {
        if (picture == 1) update(window.state, command::EditCell{step_cell(0, path_of("1"), "read")});
        if (picture == 2) update(window.state, command::InsertStep{});
        if (picture == 3) {
          update(window.state, command::Escape{});
          update(window.state, command::OpenMenu{Menu::steps});
        }
        window.frame();
        window.frame();
        CAPTURE(shape.width);
        CAPTURE(shape.scale);
        CAPTURE(picture);
        check(cut_or_small_texts(window.drawn(), shape));
        check(overlapping_controls(window.drawn(), shape));
        check(overlapping_panels(window.drawn()));
        check(overlapping_texts(window.drawn()));
      }
    }
  }
}

}  // namespace interleave::gui

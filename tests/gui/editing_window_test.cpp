#include <doctest/doctest.h>

#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"
#include "tests/gui/late_answers.h"

namespace interleave::gui {

namespace {

Cell seconds_cell(std::size_t task) { return {CellKind::value, task, "seconds"}; }

std::string cell_text(const Headless& window, const Cell& cell) { return shown_text(window.state.scenario(), cell); }

// Where the end of the lane's last bar is.
Point end_of(const Headless& window, std::size_t lane) {
  const Rect box = window.bars(lane).back().box;
  return {box.right, box.center().y};
}

}  // namespace

TEST_CASE("a double click on a cell opens it, typing replaces it, Tab goes on, Enter applies") {
  Headless window(only("coffee-shop"));
  window.double_click(window.cell(seconds_cell(1)));
  REQUIRE(window.state.panel.editing);
  window.type(U"12");
  CHECK(window.state.settings.mode == Mode::sequential);  // 1 and 2 were text
  window.press_key({Key::tab});
  CHECK(cell_text(window, seconds_cell(1)) == "12");
  CHECK(window.state.panel.editing->cell == Cell{CellKind::name, 2});
  window.type(U"torte");
  window.press_key({Key::enter});
  window.frame();
  CHECK(window.shows("torte"));
  CHECK(window.shows("predicted to take 16.00 s"));
}

TEST_CASE("a digit takes the place of the number that is selected, and is a mode's beside any other cell") {
  Headless window(only("coffee-shop"));
  window.click(window.cell(seconds_cell(1)));
  window.type(U"35");
  REQUIRE(window.state.panel.editing);
  window.press_key({Key::enter});
  CHECK(cell_text(window, seconds_cell(1)) == "35");
  window.click(window.cell({CellKind::name, 1}));
  window.type(U"3");
  CHECK_FALSE(window.state.panel.editing);
  CHECK(window.state.settings.mode == Mode::threads);
}

TEST_CASE("nothing is run while a cell holds what will not do") {
  Headless window(only("coffee-shop"));
  window.double_click(window.cell(seconds_cell(1)));
  window.type(U"many");
  update(window.state, command::Run{});
  CHECK_FALSE(window.state.run.started);
  CHECK_FALSE(window.state.panel.editing->error.empty());
}

TEST_CASE("nonsense stays in the field with the loader's reason until Esc") {
  Headless window(only("coffee-shop"));
  window.double_click(window.cell(seconds_cell(1)));
  window.type(U"many");
  window.click({900, 300});  // elsewhere
  CHECK(window.shows("number from 0 to 86400"));
  CHECK(window.shows("many"));
  window.press_key({Key::escape});
  window.frame();
  CHECK_FALSE(window.shows("write a number"));
  CHECK(cell_text(window, seconds_cell(1)) == "5");
}

TEST_CASE("clicking elsewhere applies what was typed") {
  Headless window(only("coffee-shop"));
  window.double_click(window.cell(seconds_cell(1)));
  window.type(U"2");
  window.click(window.cell({CellKind::name, 0}));
  CHECK_FALSE(window.state.panel.editing);
  CHECK(cell_text(window, seconds_cell(1)) == "2");
  CHECK(window.state.panel.selected == Cell{CellKind::name, 0});
}

TEST_CASE("by keyboard alone a task is reached, changed, duplicated, moved, deleted, and all of it undone") {
  Headless window(only("coffee-shop"));
  while (window.state.focused != "task-table"_act) window.press_key({Key::tab});
  window.press_key({Key::down});
  window.press_key({Key::right});
  window.press_key({Key::right});
  window.press_key({Key::enter});
  window.type(U"4");
  window.press_key({Key::enter});
  CHECK(cell_text(window, seconds_cell(1)) == "4");
  window.press_key({Key::none, U'd', true});
  CHECK(window.state.scenario().tasks[2].name == "food 2");
  window.press_key({Key::up, 0, false, false, true});
  window.press_key({Key::up, 0, false, false, true});
  CHECK(window.state.scenario().tasks[0].name == "food 2");
  window.press_key({Key::remove});
  CHECK(window.state.scenario().tasks[0].name == "coffee");
  window.press_key({Key::insert});
  window.type(U"tea");
  window.press_key({Key::enter});
  CHECK(window.state.scenario().tasks.back().name == "tea");
  for (int i = 0; i < 20; ++i) window.press_key({Key::none, U'z', true});
  CHECK(window.state.scenario() == *only("coffee-shop").front().scenario);
  for (int i = 0; i < 20; ++i) window.press_key({Key::none, U'z', true, true});
  CHECK(window.state.scenario().tasks.back().name == "tea");
}

TEST_CASE("the buttons of a task appear when one is selected, and do what they say") {
  Headless window(only("coffee-shop"));
  CHECK(window.drawn().controls.end() ==
        std::find_if(window.drawn().controls.begin(), window.drawn().controls.end(),
                     [](const DrawnControl& c) { return c.act == "delete-task"_act; }));
  window.click(window.cell({CellKind::name, 1}));
  window.click("duplicate-task"_act);
  CHECK(window.state.scenario().tasks.size() == 4);
  window.click("delete-task"_act);
  window.click("undo"_act);
  window.click("undo"_act);
  CHECK(window.state.document().undoable() == nullptr);
  window.click("add-task"_act);
  CHECK(window.state.panel.editing);
}

TEST_CASE("the mouse places the cursor in a field and selects in it") {
  Headless window(only("coffee-shop"));
  const Cell name{CellKind::name, 0};
  window.double_click(window.cell(name));
  const Point middle = window.cell(name);
  window.click({middle.x - 52, middle.y});
  window.type(U"x");
  CHECK(window.state.panel.editing->text.text() == "xcoffee");
  window.drag({middle.x - 53, middle.y}, {middle.x + 50, middle.y});
  CHECK(window.state.panel.editing->text.selection() == TextRange{0, 7});
  window.press_key({Key::none, U'c', true});
  CHECK(copied(window.state.clipboard) == "xcoffee");
}

TEST_CASE("the settings are typed like the table's cells") {
  Headless window(only("coffee-shop"));
  window.click("tab-settings"_act);
  CHECK(window.shows("time slice"));
  window.double_click(window.cell({CellKind::opening_mode}));
  window.press_key({Key::down});
  window.press_key({Key::enter});
  CHECK(window.state.scenario().mode == Mode::coroutine);
  CHECK(window.state.settings.mode == Mode::coroutine);
}

TEST_CASE("a selected bar's end is dragged: the prediction follows, and one undo takes it back") {
  Headless window(only("coffee-shop"));
  window.click("mode-coroutine"_act);
  window.click(window.bars(1).back().box.center());
  const Point end = end_of(window, 1);
  const float before = end.x;
  window.move_to(end);
  window.mouse_down();
  window.move_to({end.x - 100, end.y});
  window.frame();
  CHECK(window.shows("predicted to take"));
  CHECK(end_of(window, 1).x < before - 80);
  window.move_to({end.x - 150, end.y});
  window.mouse_up();
  CHECK(seconds(window.state.run.prediction->horizon()) < 5);
  CHECK(*window.state.document().undoable() == "change food's seconds");
  window.press_key({Key::none, U'z', true});
  CHECK(seconds(window.state.run.prediction->horizon()) == 5);
  CHECK(window.state.document().undoable() == nullptr);
}

TEST_CASE("in a finished run a drag changes the scenario and never the record") {
  Headless window(only("coffee-shop"));
  window.click("mode-coroutine"_act);
  window.click("run"_act);
  window.pass(100);
  window.pass(1);
  window.click(window.bars(1)[0].box.center());
  const auto record = window.state.run.record;
  const Point end = end_of(window, 1);
  window.drag(end, {end.x - 120, end.y});
  CHECK(window.state.run.record == record);
  CHECK(cell_text(window, seconds_cell(1)) != "5");
  CHECK(window.shows("before the scenario was changed"));
  CHECK(window.shows("took 5.00 s"));
}

TEST_CASE("a bar that is not selected is not dragged") {
  Headless window(only("coffee-shop"));
  window.click("mode-coroutine"_act);
  const Point end = end_of(window, 1);
  window.drag(end, {end.x - 120, end.y});
  CHECK(window.state.document().undoable() == nullptr);
}

TEST_CASE("a long table scrolls by itself and keeps the selected row in sight") {
  std::string tasks;
  for (int i = 0; i < 200; ++i) {
    tasks += std::string(i == 0 ? "" : ",") + R"({"name": "t)" + std::to_string(i) + R"(", "steps": [{"sleep": 1}]})";
  }
  Headless window(from_text(R"({"interleave": 1, "title": "many", "tasks": [)" + tasks + "]}"));
  const Point over = window.cell({CellKind::name, 3});
  window.wheel(over, -5);
  CHECK(window.state.panel.scroll > 100);
  CHECK(window.state.lane_scroll == 0);
  window.click(window.cell({CellKind::name, 8}));
  for (int i = 0; i < 30; ++i) window.press_key({Key::down});
  window.frame();
  CHECK(window.cell({CellKind::name, 38}).y < 440);
}

}  // namespace interleave::gui

#include "app/gui/model/edit/document.h"

#include <doctest/doctest.h>

#include "app/gui/model/edit/cells.h"
#include "app/gui/model/edit/duration_edit.h"
#include "core/scenario/writer.h"
#include "tests/support/scenarios.h"

namespace interleave::gui {

namespace {

Document opened(std::string_view built_in) {
  return Document({std::make_shared<const Scenario>(testing::built_in(built_in)), nullptr, ""});
}

// Gives the cell that text; returns what is wrong with it.
std::string set(Document& document, const Cell& cell, std::string_view text, EditGroup group = 0) {
  auto edit = checked(set_cell(*document.scenario(), cell, text));
  if (!edit) return edit.error();
  auto scenario = std::make_shared<const Scenario>(std::move(edit.value().scenario));
  document.edit({std::move(scenario), nullptr, edit.value().act}, group);
  return "";
}

Cell seconds_text(std::size_t task) { return {CellKind::value, task, "seconds"}; }

std::string shown(const Document& document, const Cell& cell) { return shown_text(*document.scenario(), cell); }

std::string text_changed(Edited edit) {
  edit = checked(std::move(edit));
  return edit ? to_json(edit.value().scenario) : edit.error();
}

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("undo goes back edit by edit to what was opened, and redo forth again, to the very same states") {
  Document document = opened("coffee-shop");
  const auto first = document.scenario();
  CHECK(set(document, seconds_text(1), "6") == "");
  CHECK(set(document, {CellKind::name, 0}, "tea") == "");
  const auto last = document.scenario();
  CHECK(*document.undoable() == "rename coffee");
  CHECK(document.undo());
  CHECK(*document.undoable() == "change food's seconds");
  CHECK(document.undo());
  CHECK_FALSE(document.undo());
  CHECK(document.scenario() == first);
  CHECK(document.redo());
  CHECK(document.redo());
  CHECK_FALSE(document.redo());
  CHECK(document.scenario() == last);
}

TEST_CASE("a new edit forgets what was undone") {
  Document document = opened("coffee-shop");
  set(document, seconds_text(1), "6");
  document.undo();
  set(document, seconds_text(1), "7");
  CHECK_FALSE(document.redo());
  CHECK(shown(document, seconds_text(1)) == "7");
}

TEST_CASE("a document is dirty while it says other than what was saved, also after undoing the save") {
  Document document = opened("coffee-shop");
  CHECK_FALSE(document.is_dirty());
  set(document, seconds_text(1), "6");
  CHECK(document.is_dirty());
  document.mark_saved("a.json");
  CHECK_FALSE(document.is_dirty());
  document.undo();
  CHECK(document.is_dirty());
  document.redo();
  CHECK_FALSE(document.is_dirty());
  document.undo();
  set(document, seconds_text(1), "9");
  CHECK(document.is_dirty());
}

TEST_CASE("the edits of one drag are undone together, and a drag back to where it began is none") {
  Document document = opened("coffee-shop");
  const auto first = document.scenario();
  set(document, seconds_text(0), "2", 7);
  set(document, seconds_text(0), "3", 7);
  document.undo();
  CHECK(document.scenario() == first);
  set(document, seconds_text(0), "2", 8);
  set(document, seconds_text(0), "1", 8);
  CHECK(document.undoable() == nullptr);
  CHECK_FALSE(document.is_dirty());
}

TEST_CASE("an edit that the loader would not read is refused in its words, and nothing changes") {
  Document document = opened("coffee-shop");
  const auto before = document.scenario();
  CHECK(says(set(document, {CellKind::name, 0}, "food"), "a task of the name \"food\" exists already"));
  CHECK(says(set(document, {CellKind::name, 0}, " "), "a task's name is empty"));
  CHECK(says(set(document, seconds_text(1), "abc"), "write a number from 0 to 86400, and not the text \"abc\""));
  CHECK(says(set(document, seconds_text(1), "-1"), "and not -1"));
  CHECK(says(set(document, seconds_text(1), "1}, {"), "has no partner"));
  CHECK(says(set(document, {CellKind::value, 1, "item"}, "{nobody}"), "unknown placeholder"));
  CHECK(says(set(document, {CellKind::value, 1, "item"}, "a { b"), "has no partner"));
  CHECK(says(set(document, {CellKind::after, 1}, "soon"), "\"after\" is a number of seconds"));
  CHECK(says(set(document, {CellKind::function, 1}, "ordr"), "did you mean \"order\"?"));
  CHECK(says(set(document, {CellKind::title}, ""), "\"title\" is one line of text"));
  CHECK(says(set(document, {CellKind::opening_mode}, "pol"), "did you mean \"pool\"?"));
  CHECK(says(set(document, {CellKind::max_workers}, "0"), "a whole number from 1 to 1024"));
  CHECK(says(set(document, {CellKind::cores}, "many"), "a whole number from 1 to 1024"));
  CHECK(says(set(document, {CellKind::time_slice}, "0"), "0.001 to 1"));
  CHECK(document.scenario() == before);
  CHECK(document.undoable() == nullptr);
}

TEST_CASE("every cell takes what fits it") {
  Document document = opened("coffee-shop");
  CHECK(set(document, {CellKind::value, 0, "item"}, "flat white {{hot}}") == "");
  CHECK(set(document, seconds_text(0), "1.50") == "");
  CHECK(set(document, {CellKind::after, 2}, "0.25") == "");
  CHECK(set(document, {CellKind::title}, "Tea \"house\"") == "");
  CHECK(set(document, {CellKind::opening_mode}, "pool") == "");
  CHECK(set(document, {CellKind::max_workers}, "3") == "");
  CHECK(set(document, {CellKind::cores}, "2") == "");
  CHECK(set(document, {CellKind::time_slice}, "0.25") == "");
  CHECK(set(document, {CellKind::process_start}, "0.2") == "");
  const std::string text = document.text();
  for (const char* part : {R"("item": "flat white {{hot}}", "seconds": 1.50)", R"("after": 0.25)",
                           R"("title": "Tea \"house\"")", R"("mode": "pool")", R"("max_workers": 3)",
                           R"("machine": {"cores": 2, "time_slice": 0.25, "process_start": 0.2})"}) {
    CAPTURE(part);
    CHECK(says(text, part));
  }
  CHECK(shown(document, {CellKind::value, 0, "item"}) == "flat white {hot}");
  CHECK(*typed_text(*document.scenario(), {CellKind::value, 0, "item"}) == "flat white {{hot}}");
}

TEST_CASE("tasks are added, duplicated, moved and deleted, but never the last one") {
  const Scenario shop = testing::built_in("coffee-shop");
  CHECK(says(text_changed(add_task(shop)),
             R"({"name": "task 4", "call": "order", "arguments": {"item": "{task}", "seconds": 3}})"));
  const auto twice = checked(duplicate_task(shop, 0));
  REQUIRE(twice);
  CHECK(twice.value().scenario.tasks[1].name == "coffee 2");
  CHECK(checked(duplicate_task(twice.value().scenario, 1)).value().scenario.tasks[2].name == "coffee 3");
  CHECK(checked(move_task(shop, 0, Way::down)).value().scenario.tasks[1].name == "coffee");
  CHECK_FALSE(move_task(shop, 0, Way::up));
  CHECK_FALSE(move_task(shop, 2, Way::down));
  const auto one = checked(delete_task(checked(delete_task(shop, 1)).value().scenario, 0));
  REQUIRE(one);
  CHECK(one.value().scenario.tasks[0].name == "cake");
  CHECK(says(text_changed(delete_task(one.value().scenario, 0)), "a scenario has at least one task"));
}

TEST_CASE("an added task's text follows its name") {
  Document document = opened("coffee-shop");
  document.edit({std::make_shared<const Scenario>(checked(add_task(*document.scenario())).value().scenario), {}, ""});
  CHECK(set(document, {CellKind::name, 3}, "tea") == "");
  CHECK(shown(document, {CellKind::value, 3, "item"}) == "tea");
}

TEST_CASE("another function keeps the arguments of the same name and gives the others values that will do") {
  const Scenario scenario = testing::scenario_of(R"({"interleave": 1, "title": "t", "functions": {
    "f": {"parameters": ["seconds"], "steps": [{"sleep": "{seconds}"}]},
    "g": {"parameters": ["what", "times", "seconds"],
          "steps": [{"repeat": "{times}", "steps": [{"print": "{what}"}, {"sleep": "{seconds}"}]}]}},
    "tasks": [{"name": "a", "call": "f", "arguments": {"seconds": 2.5}}, {"name": "b", "steps": [{"sleep": 1}]}]})");
  CHECK(says(text_changed(set_function(scenario, 0, "g")),
             R"("call": "g", "arguments": {"what": "{task}", "times": 1, "seconds": 2.5})"));
  CHECK(says(text_changed(set_function(scenario, 1, " f ")),
             R"({"name": "b", "call": "f", "arguments": {"seconds": 1}})"));
}

TEST_CASE("a step's length is changed where it is written") {
  const Scenario scenario = testing::scenario_of(R"({"interleave": 1, "title": "t", "functions": {
    "f": {"parameters": ["s"], "steps": [{"sleep": "{s}"}, {"repeat": 2, "index": "i", "steps": [
      {"compute": 1}, {"sleep": "{i}"}]}]}},
    "tasks": [{"name": "a", "call": "f", "arguments": {"s": 2}}, {"name": "b", "call": "f", "arguments": {"s": 3}},
              {"name": "c", "steps": [{"print": "x"}, {"block": 1}]}]})");
  const auto& steps = scenario.functions[0].steps;
  const auto argument = find_duration(scenario, 1, steps[0].id);
  REQUIRE(argument);
  CHECK(argument->kind == DurationPlace::Kind::argument);
  CHECK(says(text_changed(set_duration(scenario, 1, steps[0].id, "4")), R"("b", "call": "f", "arguments": {"s": 4})"));

  const auto& in_repeat = std::get<verb::Repeat>(steps[1].action).steps;
  const auto shared = find_duration(scenario, 0, in_repeat[0].id);
  REQUIRE(shared);
  CHECK(shared->callers == 2);
  CHECK(shared->repeated);
  const auto edit = set_duration(scenario, 0, in_repeat[0].id, "0.5");
  REQUIRE(edit);
  CHECK(edit.value().act == "change the compute of f, which 2 tasks call");
  CHECK(says(text_changed(edit), R"({"compute": 0.5})"));

  CHECK_FALSE(find_duration(scenario, 0, in_repeat[1].id));  // it is the counter
  CHECK_FALSE(find_duration(scenario, 2, scenario.tasks[2].steps[0].id));
  CHECK(says(text_changed(set_duration(scenario, 2, first_own_duration(scenario.tasks[2]), "x")), "takes a number"));
  CHECK(says(text_changed(set_duration(scenario, 2, first_own_duration(scenario.tasks[2]), "7")), R"({"block": 7})"));
}

TEST_CASE("dragging gives round lengths, finer where a pixel is less time") {
  CHECK(dragged_seconds(5.237, 1.0 / 180) == doctest::Approx(5.25));
  CHECK(dragged_seconds(5.237, 1.0) == doctest::Approx(10));
  CHECK(dragged_seconds(0.0005237, 1e-6) == doctest::Approx(0.00052));
  CHECK(dragged_seconds(-3, 0.01) == 0);
}

TEST_CASE("the table has a column for the function only where there is a choice, and each parameter once") {
  const auto titles = [](const Scenario& scenario, AfterColumn after = AfterColumn::if_used) {
    std::string text;
    for (const TableColumn& column : columns_of(scenario, after)) text += column.title + " ";
    return text;
  };
  CHECK(titles(testing::built_in("coffee-shop")) == "name item seconds ");
  CHECK(titles(testing::built_in("coffee-shop"), AfterColumn::always) == "name item seconds after ");
  CHECK(titles(testing::built_in("ticket-desk")) == "name tickets seconds after ");
  CHECK(titles(testing::built_in("frozen-loop")) == "name runs seconds ");
  CHECK(titles(testing::scenario_with_tasks(R"({"name": "a", "steps": [{"sleep": 1}]})")) == "name runs seconds ");
}

TEST_CASE("Tab passes from cell to cell in reading order and skips what a task has not") {
  const Scenario scenario = testing::scenario_of(R"({"interleave": 1, "title": "t",
    "functions": {"f": {"parameters": ["x"], "steps": []}},
    "tasks": [{"name": "a", "steps": []}, {"name": "b", "call": "f", "arguments": {"x": 1}}]})");
  const auto columns = columns_of(scenario, AfterColumn::if_used);
  std::vector<Cell> visited;
  for (std::optional<Cell> cell = Cell{}; cell; cell = cell_after(scenario, columns, *cell, +1)) {
    visited.push_back(*cell);
  }
  const std::vector<Cell> expected = {{CellKind::name, 0},
                                      {CellKind::function, 0},
                                      {CellKind::name, 1},
                                      {CellKind::function, 1},
                                      {CellKind::value, 1, "x"}};
  CHECK(visited == expected);
  CHECK(cell_after(scenario, columns, visited[2], -1) == visited[1]);
}

}  // namespace interleave::gui

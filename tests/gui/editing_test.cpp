
#include <doctest/doctest.h>

#include "app/gui/model/explain/editable_duration.h"
#include "app/gui/model/explain/figures.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/update/make_app.h"
#include "app/gui/model/update/update.h"
#include "app/gui/platform/real_engine.h"
#include "tests/gui/headless.h"

namespace interleave::gui {

namespace {

AppState coffee_shop(Mode mode = Mode::coroutine) {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  update(state, command::SetMode{mode});
  return state;
}

Cell seconds_of(std::size_t task) { return {CellKind::value, task, "seconds"}; }

void type(AppState& state, std::u32string_view text) {
  for (const char32_t c : text) update(state, command::PressInText{{TextKey::character, c}});
}
void press(AppState& state, TextKey key, Extent extent = Extent::move) {
  update(state, command::PressInText{{key, 0, Reach::near, extent}});
}

double predicted(const AppState& state) { return seconds(state.run.prediction->horizon()); }

}  // namespace

TEST_CASE("before a run, the prediction follows every edit and every undo") {
  AppState state = coffee_shop();
  update(state, command::SetCell{seconds_of(1), "7"});
  CHECK(predicted(state) == 7);
  CHECK(seconds(state.one_after_another->horizon()) == 11);
  update(state, command::Undo{});
  CHECK(predicted(state) == 5);
  update(state, command::Redo{});
  CHECK(predicted(state) == 7);
  CHECK(state.settings.mode == Mode::coroutine);
}

TEST_CASE("a finished run stays on the screen through edits and is outdated until they are undone or it runs again") {
  AppState state = coffee_shop();
  update(state, command::Run{});
  tick(state, 100);
  const auto record = state.run.record;
  update(state, command::SetCell{seconds_of(1), "7"});
  update(state, command::DuplicateTask{});
  update(state, command::SelectCell{{CellKind::name, 0}});
  update(state, command::DeleteTask{});
  CHECK(state.run.record == record);
  CHECK(figures_of(state).front().text == "took 5.00 s");
  CHECK(picture_is_outdated(state));
  update(state, command::Undo{});
  update(state, command::Undo{});
  CHECK_FALSE(picture_is_outdated(state));
  update(state, command::Redo{});
  update(state, command::Run{});
  CHECK_FALSE(picture_is_outdated(state));
  CHECK(predicted(state) == 7);
}

TEST_CASE("a new title does not outdate the picture") {
  AppState state = coffee_shop();
  update(state, command::Run{});
  update(state, command::SetCell{{CellKind::title}, "Tea house"});
  CHECK(state.scenario().title == "Tea house");
  CHECK_FALSE(picture_is_outdated(state));
}

TEST_CASE("typing goes from cell to cell with Tab, is applied by Enter and given up by Esc") {
  AppState state = coffee_shop();
  update(state, command::EditCell{{CellKind::name, 0}});
  type(state, U"tea");
  press(state, TextKey::tab);
  CHECK(state.scenario().tasks[0].name == "tea");
  REQUIRE(state.panel.editing);
  CHECK(state.panel.editing->cell == Cell{CellKind::value, 0, "item"});
  press(state, TextKey::tab);
  type(state, U"2");
  press(state, TextKey::tab, Extent::extend);
  CHECK(state.panel.editing->cell == Cell{CellKind::value, 0, "item"});
  type(state, U"nonsense");
  press(state, TextKey::escape);
  CHECK_FALSE(state.panel.editing);
  CHECK(shown_text(state.scenario(), {CellKind::value, 0, "item"}) == "coffee");
  CHECK(shown_text(state.scenario(), seconds_of(0)) == "2");
  update(state, command::EditCell{seconds_of(2)});
  type(state, U"4");
  press(state, TextKey::enter);
  CHECK_FALSE(state.panel.editing);
  CHECK(predicted(state) == 5);
  CHECK(shown_text(state.scenario(), seconds_of(2)) == "4");
}

TEST_CASE("what will not do stays in its field with the reason, and is not lost by clicking elsewhere") {
  AppState state = coffee_shop();
  update(state, command::EditCell{seconds_of(1)});
  type(state, U"five");
  press(state, TextKey::enter);
  REQUIRE(state.panel.editing);
  CHECK(state.panel.editing->error.find("write a number") != std::string::npos);
  update(state, command::SelectCell{{CellKind::name, 0}});
  update(state, command::ShowTab{PanelTab::settings});
  update(state, command::ChooseScenario{0});
  REQUIRE(state.panel.editing);
  CHECK(state.panel.editing->text.text() == "five");
  CHECK(predicted(state) == 5);
  update(state, command::Escape{});
  CHECK_FALSE(state.panel.editing);
  CHECK(state.document().undoable() == nullptr);
}

TEST_CASE("a cell left as it was is no edit") {
  AppState state = coffee_shop();
  update(state, command::EditCell{seconds_of(1)});
  press(state, TextKey::enter);
  CHECK(state.document().undoable() == nullptr);
}

TEST_CASE("an added task is typed into at once; the last task cannot be deleted, which is said") {
  AppState state = coffee_shop();
  update(state, command::AddTask{});
  type(state, U"tea");
  press(state, TextKey::enter);
  REQUIRE(state.scenario().tasks.size() == 4);
  CHECK(state.scenario().tasks[3].name == "tea");
  for (int i = 0; i < 5; ++i) {
    update(state, command::SelectCell{{CellKind::name, 0}});
    update(state, command::DeleteTask{});
  }
  CHECK(state.scenario().tasks.size() == 1);
  CHECK(state.panel.refusal.find("at least one task") != std::string::npos);
  for (int i = 0; i < 9; ++i) update(state, command::Undo{});
  CHECK(state.scenario() == *only("coffee-shop").front().scenario);
}

TEST_CASE("a moved task keeps the selection") {
  AppState state = coffee_shop();
  update(state, command::SelectCell{{CellKind::name, 0}});
  update(state, command::MoveTask{Way::down});
  CHECK(state.panel.selected->task == 1);
  CHECK(state.scenario().tasks[1].name == "coffee");
  update(state, command::MoveTask{Way::up});
  update(state, command::MoveTask{Way::up});
  CHECK(state.panel.selected->task == 0);
}

TEST_CASE("the arrow keys pass through the functions that a task can run") {
  AppState state = make_app(real_engine(), only("frozen-loop"));
  update(state, command::EditCell{{CellKind::function, 0}});
  press(state, TextKey::down);
  CHECK(state.panel.editing->text.text() == "old_page");
  press(state, TextKey::down);
  CHECK(state.panel.editing->text.text() == "page");
  press(state, TextKey::up);
  press(state, TextKey::enter);
  CHECK(shown_text(state.scenario(), {CellKind::function, 0}) == "old_page");
}

TEST_CASE("a drag is one undo step, the scale stands still meanwhile, and the whole run is in sight afterwards") {
  AppState state = coffee_shop();
  const StepId step = state.scenario().functions[0].steps[1].id;
  const double length = state.viewport.range().length();
  for (const double s : {4.5, 4.0, 3.5}) update(state, command::SetDuration{task_id(1), step, s, 1});
  CHECK(predicted(state) == 3.5);
  CHECK(state.viewport.range().length() == doctest::Approx(length));
  update(state, command::EndDrag{});
  tick(state, 1);
  CHECK(state.viewport.range().length() < length);
  update(state, command::Undo{});
  CHECK(predicted(state) == 5);
  CHECK(state.document().undoable() == nullptr);
}

TEST_CASE("a length dragged beyond the edge gets more room") {
  AppState state = coffee_shop();
  const StepId step = state.scenario().functions[0].steps[1].id;
  update(state, command::SetDuration{task_id(1), step, 20, 1});
  CHECK(state.viewport.range().end > 20);
}

TEST_CASE("after a finished run only what still means the same can be dragged") {
  AppState state = coffee_shop();
  update(state, command::Run{});
  tick(state, 100);
  const Span span = state.run.record->tasks()[1].spans[0];
  REQUIRE(editable_duration(state, span));
  update(state, command::SetDuration{span.task, span.step, 8, 1});
  update(state, command::EndDrag{});
  CHECK(seconds(state.run.record->horizon()) == 5);
  CHECK(editable_duration(state, span)->number.text == "8");
  update(state, command::SetCell{{CellKind::name, 1}, "soup"});
  CHECK_FALSE(editable_duration(state, span));
}

TEST_CASE("each scenario keeps its own edits while another one is looked at") {
  auto entries = only("coffee-shop");
  entries.push_back(only("downloads").front());
  AppState state = make_app(real_engine(), std::move(entries));
  update(state, command::SetCell{seconds_of(1), "7"});
  update(state, command::ChooseScenario{1});
  update(state, command::Undo{});
  CHECK(state.document().undoable() == nullptr);
  update(state, command::ChooseScenario{0});
  CHECK(shown_text(state.scenario(), seconds_of(1)) == "7");
  update(state, command::Undo{});
  CHECK(shown_text(state.scenario(), seconds_of(1)) == "5");
}

}  // namespace interleave::gui

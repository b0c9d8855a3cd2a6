// The menu of scenarios: what it offers besides them, and that it stays within the window.
#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/input/activation.h"
#include "app/gui/model/input/acts.h"
#include "app/gui/model/input/tooltips.h"
#include "app/gui/model/state/unsaved.h"
#include "app/gui/model/update/keep_work.h"
#include "core/scenario/built_in.h"
#include "tests/gui/desk.h"
#include "tests/gui/layout_rules.h"
#include "tests/gui/state_rules.h"

namespace interleave::gui {

namespace {

// Whether all of that line is drawn, in full.
bool stands_whole(const Drawn& drawn, std::string_view text) {
  return std::any_of(drawn.texts.begin(), drawn.texts.end(), [&](const DrawnText& line) {
    return line.text == text && line.box.bottom <= 720 && line.box.height() >= line.size;
  });
}

void choose_in_menu(Desk& desk, std::string_view text) {
  desk.click("scenario"_act);
  const auto& texts = desk.drawn().texts;
  const auto found = std::find_if(texts.begin(), texts.end(), [&](const auto& line) { return line.text == text; });
  REQUIRE(found != texts.end());
  desk.click(found->box.center());
}

}  // namespace

TEST_CASE("with twenty scenarios and files opened lately, what can be done with files is in sight at 1280x720") {
  Desk desk;
  const ScenarioEntry first = desk.state.scenarios.front();
  while (desk.state.scenarios.size() < 20) desk.state.scenarios.push_back(first);
  desk.state.recent = {"/home/a/one.json", "/home/a/two.json", "/home/a/three.json", "/home/a/four.json"};
  desk.click("scenario"_act);
  for (const ActId id : file_menu()) CHECK(stands_whole(desk.drawn(), act(id).label(desk.state)));
  for (const char* name : {"one.json", "two.json", "three.json", "/home/a"}) CHECK(stands_whole(desk.drawn(), name));
  CHECK_FALSE(desk.shows("four.json"));
  CHECK(stands_whole(desk.drawn(), desk.title()));
  // Keys pass through all, and from the last to the first.
  const std::size_t count = menu_size(desk.state);
  CHECK(count == 20 + file_menu().size() + 3);
  for (std::size_t i = 0; i < count; ++i) desk.press(Key::down);
  CHECK(desk.state.menu_entry == static_cast<int>(desk.state.chosen));
  for (const Broken& broken : {misplaced(desk.drawn()), overlapping_texts(desk.drawn())}) {
    for (const std::string& sentence : broken) FAIL_CHECK(sentence);
  }
}

TEST_CASE("built-in scenarios have their questions beside them, and a group's name stands once, before its first") {
  std::vector<ScenarioEntry> entries;
  for (const char* name : {"coffee-shop", "downloads", "last-ticket"}) entries.push_back(only(name).front());
  entries.push_back(from_text(shop_text()).front());
  Headless window(std::move(entries));
  window.click("scenario"_act);
  const auto& texts = window.drawn().texts;
  const auto place = [&](std::string_view text) {
    const auto stands = [&](const DrawnText& one) { return one.text == text; };
    CHECK(std::count_if(texts.begin() + static_cast<std::ptrdiff_t>(window.drawn().texts_below), texts.end(), stands) ==
          1);
    const auto found = std::find_if(texts.rbegin(), texts.rend(), stands);
    REQUIRE(found != texts.rend());
    return found->box;
  };
  CHECK(place("waiting").top < place("Two downloads").top);
  CHECK(place("Two downloads").top < place("sharing").top);
  CHECK(place("sharing").center().y == doctest::Approx(place("The last ticket").center().y).epsilon(0.01));
  CHECK(place("The last ticket").right < place(find_built_in("last-ticket")->question).left);
  CHECK(place("yours").top > place("sharing").top);
}

TEST_CASE("a file that was opened lately is opened from the menu, and offered only while it is not open") {
  Desk desk;
  desk.state.recent = {kShop};
  CHECK(recent_to_offer(desk.state) == std::vector<std::string>{kShop});
  choose_in_menu(desk, "shop.json");
  CHECK(desk.state.menu == Menu::none);
  CHECK(desk.state.document().path() == kShop);
  CHECK(recent_to_offer(desk.state).empty());
}

TEST_CASE("a new scenario has one task, is saved nowhere, and one undo leads back") {
  Desk desk;
  const std::string before = desk.title();
  choose_in_menu(desk, "New");
  CHECK(desk.title() == "New scenario");
  CHECK(desk.state.scenario().tasks.size() == 1);
  CHECK(desk.state.document().is_dirty());
  CHECK(desk.state.document().path().empty());
  CHECK(act("undo"_act).tooltip(desk.state, "Ctrl+Z") == "Undo: new scenario.  Key: Ctrl+Z");
  desk.control(U's');
  REQUIRE(desk.state.dialog);
  CHECK(desk.state.dialog->purpose == FilePurpose::save);
  desk.press(Key::escape);
  const std::size_t count = desk.state.scenarios.size();
  desk.control(U'z');
  CHECK(desk.title() == before);
  CHECK(desk.state.scenarios.size() == count - 1);
}

TEST_CASE("what was made of a new scenario is undone step by step, and asked about when the window closes") {
  Desk desk;
  desk.control(U'n');
  CHECK_FALSE(is_unsaved(desk.state, desk.state.chosen));
  CHECK_FALSE(keep_unsaved(desk.state, 10));
  desk.press(Key::insert);
  desk.press(Key::escape);
  REQUIRE(desk.state.scenario().tasks.size() == 2);
  CHECK(is_unsaved(desk.state, desk.state.chosen));
  update(desk.state, command::RequestClose{});
  REQUIRE(desk.state.notice);
  CHECK(desk.state.notice->text.find("New scenario") != std::string::npos);
  desk.state.notice.reset();
  desk.control(U'z');
  CHECK(desk.title() == "New scenario");
  CHECK(desk.state.scenario().tasks.size() == 1);
  update(desk.state, command::RequestClose{});
  CHECK(desk.state.closed);
}

TEST_CASE("Insert adds a task whatever is selected, and shows the table that it is in") {
  for (const PanelTab tab : {PanelTab::tasks, PanelTab::settings, PanelTab::file}) {
    Desk desk;
    update(desk.state, command::ShowTab{tab});
    update(desk.state, command::TogglePanels{PanelGroup::side});
    desk.frame();
    const std::size_t count = desk.state.scenario().tasks.size();
    REQUIRE_FALSE(desk.state.panel.selected);
    desk.press(Key::insert);
    CHECK(desk.state.scenario().tasks.size() == count + 1);
    REQUIRE(desk.state.panel.editing);
    CHECK(desk.state.panel.editing->cell == Cell{CellKind::name, count});
    CHECK_FALSE(desk.state.panels.of(PanelGroup::side).hidden);
    desk.frame();
    CHECK(desk.shows(desk.state.scenario().tasks.back().name));
  }
}

TEST_CASE("in a hall, where no table is seen, Insert adds nothing") {
  Desk desk;
  desk.press(Key::f5);
  const std::size_t count = desk.state.scenario().tasks.size();
  desk.press(Key::insert);
  CHECK(desk.state.scenario().tasks.size() == count);
}

}  // namespace interleave::gui
